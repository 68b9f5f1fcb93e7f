"""Files of the authorities: sent, watched while a worker reads them, accepted, kept."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import F
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.paging import page_of
from cases.spreadsheets import download
from decisions import sentences
from decisions.actions.uploads import ask_acceptance, discard_upload, go_on, has_stopped, receive_upload
from decisions.door import enter_file
from decisions.forms import UploadForm
from decisions.kinds import kind_of, kinds_for, may_send
from decisions.layouts import LAYOUTS
from decisions.models import Upload, UploadState
from decisions.preview import PARTS, page_of_part, parts_of
from decisions.standing import counts_in_words, stands
from decisions.words import in_words, rejection_in_words

PAGE = 40
OFF_LIMITS = (UploadState.REJECTED, UploadState.QUEUED, UploadState.READING)  # not proved harmless


def place_of(request: HttpRequest) -> str:
    """Of the two sets of addresses the one we are in: `decisions` or `authority`."""
    return request.resolver_match.namespace


def back_to(request: HttpRequest, upload: Upload) -> HttpResponse:
    """To the page of the file."""
    return redirect(f"{place_of(request)}:file", upload.code)


def rows_of(uploads: list[Upload]) -> list[dict]:
    """Each file with where it stands, for lists."""
    return [
        {
            "upload": one,
            "stands": stands(one),
            "counts": rejection_in_words(one)[0] if one.file_code else counts_in_words(one),
            "layout": sentences.LAYOUTS[one.layout],
        }
        for one in uploads
    ]


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Files, the newest first."""
    uploads = Upload.objects.visible_to(request.user).select_related("organisation", "uploaded_by")
    places = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = page_of(uploads, key=F("uploaded_at"), descending=True, size=PAGE, **places)
    context = {"page": page, "rows": rows_of(page.rows), "place": place_of(request), "choice": {"address": "?"}}
    return render(request, "decisions/uploads.html", context | {"may_send": bool(kinds_for(request.user))})


def send(request: HttpRequest) -> HttpResponse:
    """Send a file; afterwards one watches it being read."""
    if not kinds_for(request.user):
        raise Http404
    form = UploadForm(request.POST or None, request.FILES or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            return back_to(request, receive_upload(by=request.user, **form.cleaned_data))
        except ValidationError as refusal:
            form.add_error(None, refusal)
    return render(request, "decisions/upload.html", {"form": form, "place": place_of(request)})


@require_safe
def file(request: HttpRequest, code: UUID) -> HttpResponse:
    """One file: progress, why it could not be read, preview, or what became of it."""
    upload = enter_file(request, code)
    seen = {
        "upload": upload,
        "layout": sentences.LAYOUTS[upload.layout],
        "stands": stands(upload),
        "place": place_of(request),
        "may_send": may_send(request.user, kind_of(upload.layout)),
        "original": bool(upload.file) and upload.state not in OFF_LIMITS,
    }
    if upload.is_moving:
        seen["stuck"] = has_stopped(upload)
    elif upload.state == UploadState.REJECTED:
        seen["what"], seen["then"] = rejection_in_words(upload)
        seen["headers"] = LAYOUTS[upload.layout].columns
    else:
        seen["parts"] = parts_of(upload)
        seen["earlier"] = Upload.objects.same_as(upload).filter(pk__lt=upload.pk).order_by("pk").first()
    return render(request, "decisions/file.html", seen)


@require_safe
def progress(request: HttpRequest, code: UUID) -> HttpResponse:
    """How far the work is, asked again and again by the page; when it is done the page loads anew."""
    upload = Upload.objects.get_for(request.user, code)
    if not request.htmx:
        return back_to(request, upload)
    if not upload.is_moving:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(request, "decisions/_progress.html", {"upload": upload, "place": place_of(request)})


@require_safe
def part(request: HttpRequest, code: UUID, name: str) -> HttpResponse:
    """All lines of one part of a preview."""
    if name not in PARTS:
        raise Http404
    upload = enter_file(request, code)
    shown = page_of_part(upload, name, request.GET.get("page", "1"))
    return render(request, "decisions/part.html", {"upload": upload, "part": shown, "place": place_of(request)})


@require_safe
def errors(request: HttpRequest, code: UUID, kind: str) -> HttpResponse:
    """What is to be corrected, as a spreadsheet."""
    if kind not in ("xlsx", "csv"):
        raise Http404
    upload = enter_file(request, code)
    told = [in_words(one, upload) for one in upload.findings.filter(severity="error")]
    headings = [_("Row"), _("Column"), _("Case"), _("What is wrong"), _("What to do")]
    rows = [(one.row, one.column or _("whole row"), one.case_number, one.what, one.then) for one in told]
    return download(f"{_('errors')}-{upload.uploaded_at:%Y-%m-%d}", kind, headings, rows)


@require_safe
def original(request: HttpRequest, code: UUID) -> HttpResponse:
    """The file as it came, to be saved and never shown by the browser."""
    upload = enter_file(request, code)
    if not upload.file or upload.state in OFF_LIMITS:
        raise Http404
    return FileResponse(
        upload.file.open("rb"), as_attachment=True, filename=upload.name, content_type="application/octet-stream"
    )


@require_safe
def receipt(request: HttpRequest, code: UUID) -> HttpResponse:
    """What was stored, by whom and when, with the fingerprint of the file."""
    upload = enter_file(request, code)
    if upload.state != UploadState.ACCEPTED:
        raise Http404
    context = {"upload": upload, "layout": sentences.LAYOUTS[upload.layout], "place": place_of(request)}
    return render(request, "decisions/receipt.html", context)


@require_POST
def accept(request: HttpRequest, code: UUID) -> HttpResponse:
    """Ask for acceptance; a second click, here or in another browser, changes nothing."""
    upload = enter_for_act(request, code)
    try:
        if not ask_acceptance(upload=upload, by=request.user):
            messages.info(request, _("This file was accepted already; nothing was done a second time."))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return back_to(request, upload)


@require_POST
def again(request: HttpRequest, code: UUID) -> HttpResponse:
    """Begin stopped work anew; while it goes on, nothing happens a second time."""
    upload = enter_for_act(request, code)
    if go_on(upload=upload):
        messages.success(request, _("The work begins again."))
    return back_to(request, upload)


@require_POST
def discard(request: HttpRequest, code: UUID) -> HttpResponse:
    """Put the file aside."""
    upload = enter_for_act(request, code)
    try:
        discard_upload(upload=upload, by=request.user)
        messages.success(request, _("The file was discarded. Nothing of it was stored."))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return back_to(request, upload)


def enter_for_act(request: HttpRequest, code: UUID) -> Upload:
    """The file, for somebody who may send files of its kind; for others it does not exist."""
    upload = enter_file(request, code)
    if not may_send(request.user, kind_of(upload.layout)):
        raise Http404
    return upload
