"""Addresses of the own page, which need no account, and where an officer gives the code to it."""

from django.urls import path

from returns.views import apply, journey, keys

app_name = "journey"
urlpatterns = [
    path("return/apply/", apply.apply, name="apply"),
    path("journey/give/<uuid:code>/", keys.give, name="give"),
    path("journey/", journey.enter, name="enter"),
    path("journey/return/", journey.stand, name="stand"),
    path("journey/withdraw/", journey.withdraw, name="withdraw"),
    path("journey/undo/", journey.undo, name="undo"),
    path("journey/leave/", journey.leave, name="leave"),
]
