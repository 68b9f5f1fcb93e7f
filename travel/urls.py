"""Addresses of journeys: nouns are pages, verbs are forms and POST leaves."""

from django.urls import path

from travel.views import clearances, webhooks

app_name = "travel"
CASE = "travel/cases/<uuid:code>/"
urlpatterns = [
    path(f"{CASE}clearances/", clearances.clearances, name="clearances"),
    path(f"{CASE}clearances/require/", clearances.require, name="require_clearance"),
    path(f"{CASE}clearances/<str:kind>/remind/", clearances.remind, name="remind"),
    path(f"{CASE}clearances/<str:kind>/<str:verb>/", clearances.act, name="clearance_act"),
    path(f"{CASE}people/<uuid:person>/document/", clearances.document_facts, name="document_facts"),
    path("travel/webhooks/flights/", webhooks.flights, name="webhook_flights"),
]
