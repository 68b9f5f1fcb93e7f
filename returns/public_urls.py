"""Addresses of returns that need no account."""

from django.urls import path

from returns.views import apply, journey

app_name = "journey"
urlpatterns = [
    path("return/apply/", apply.apply, name="apply"),
    path("journey/", journey.enter, name="enter"),
    path("journey/return/", journey.stand, name="stand"),
    path("journey/withdraw/", journey.withdraw, name="withdraw"),
    path("journey/undo/", journey.undo, name="undo"),
    path("journey/leave/", journey.leave, name="leave"),
]
