"""Addresses of notices."""

from django.urls import path

from notices import views

app_name = "notices"
urlpatterns = [
    path("", views.inbox, name="list"),
    path("failed/", views.failed, name="failed"),
    path("<uuid:code>/", views.notice, name="detail"),
    path("<uuid:code>/again/", views.again, name="again"),
]
