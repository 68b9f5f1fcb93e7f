"""Pages that both sets of addresses have."""

from django.urls import URLPattern, path

from accounts.gates import allow
from decisions.views import decided, uploads


def pages(look: tuple[str, ...], act: tuple[str, ...]) -> list[URLPattern]:
    """The pages of files and decisions: `look` may see them, `act` may send, accept and discard."""
    seen, acting = allow(*look), allow(*act)
    return [
        path("upload/", acting(uploads.send), name="upload"),
        path("<uuid:code>/", seen(uploads.file), name="file"),
        path("<uuid:code>/progress/", seen(uploads.progress), name="progress"),
        path("<uuid:code>/part/<slug:name>/", seen(uploads.part), name="part"),
        path("<uuid:code>/errors.<slug:kind>", seen(uploads.errors), name="errors"),
        path("<uuid:code>/original/", seen(uploads.original), name="original"),
        path("<uuid:code>/receipt/", seen(uploads.receipt), name="receipt"),
        path("<uuid:code>/accept/", acting(uploads.accept), name="accept"),
        path("<uuid:code>/again/", acting(uploads.again), name="again"),
        path("<uuid:code>/discard/", acting(uploads.discard), name="discard"),
        path("decided/", seen(decided.listing), name="decided"),
        path("decided/<uuid:code>/", seen(decided.decision), name="decision"),
    ]
