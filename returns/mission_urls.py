"""Addresses of missions that receive people."""

from django.urls import path

from returns.views import mission

app_name = "mission"
urlpatterns = [
    path("", mission.plans, name="plans"),
    path("plans/<uuid:code>/", mission.plan, name="plan"),
    path("plans/<uuid:code>/approve/", mission.approve, name="approve"),
    path("plans/<uuid:code>/back/", mission.back, name="back"),
    path("plans/<uuid:code>/notes/", mission.note, name="note"),
]
