"""Addresses for liaisons of the authorities: `/authority/`."""

from django.urls import path

from accounts.gates import allow
from decisions.permissions import LIAISON
from decisions.urls.shared import pages
from decisions.views import decided, uploads

app_name = "authority"
urlpatterns = [
    path("", allow(*LIAISON)(decided.home), name="home"),
    path("files/", allow(*LIAISON)(uploads.listing), name="uploads"),
    *pages(LIAISON, LIAISON),
]
