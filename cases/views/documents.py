"""Files of a case, through the door."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest

from accounts.gates import staff
from cases.door import enter
from cases.models import Document, ScanResult

TYPES = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg"}


@staff
def document_file(request: HttpRequest, code: UUID) -> FileResponse:
    """A clean file, to be kept and not to be run: a browser gets it as a download of a known type."""
    document = enter(request, Document.objects.all(), code)
    if document.scan != ScanResult.CLEAN:
        raise Http404
    kind = TYPES.get(document.file.name.rpartition(".")[2], "application/octet-stream")
    answer = FileResponse(document.file.open("rb"), as_attachment=True, filename=document.name, content_type=kind)
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
