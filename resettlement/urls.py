"""Addresses of resettlement."""

from django.urls import path

from resettlement import views

app_name = "resettlement"
urlpatterns = [
    path("", views.line, name="list"),
    path("<uuid:code>/advance/", views.advance, name="advance"),
    path("<uuid:code>/hand-over/", views.hand_over, name="hand_over"),
    path("<uuid:code>/municipality/", views.place, name="place"),
    path("<uuid:code>/hold/", views.hold, name="hold"),
    path("<uuid:code>/resume/", views.resume, name="resume"),
    path("<uuid:code>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:code>/cancel/", views.cancel, name="cancel"),
]
