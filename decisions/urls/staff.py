"""Addresses for the office's people: `/decisions/`."""

from django.urls import path

from accounts.gates import allow
from decisions.permissions import MAY_LOOK, MAY_SEND
from decisions.urls.shared import pages
from decisions.views import uploads

app_name = "decisions"
urlpatterns = [path("", allow(*MAY_LOOK)(uploads.listing), name="uploads"), *pages(MAY_LOOK, MAY_SEND)]
