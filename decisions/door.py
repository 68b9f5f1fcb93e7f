"""The door to an authority's file: fetched by policy, and the look written down in the page's own transaction."""

from uuid import UUID

from django.http import HttpRequest

from decisions.models import FileLook, Upload


def enter_file(request: HttpRequest, code: UUID) -> Upload:
    """The file of this code for this person, or 404; that it was looked at is recorded before the page is sent."""
    uploads = Upload.objects.select_related("organisation", "uploaded_by", "accepted_by", "discarded_by")
    upload = uploads.get_for(request.user, code)
    FileLook.objects.create(upload=upload, user=request.user, page=request.resolver_match.view_name)
    return upload
