"""Addresses of journeys: nouns are pages, verbs are forms and POST leaves."""

from django.urls import path

from travel.views import (
    agency,
    charters,
    clearances,
    deciding,
    gate,
    movements,
    notifications,
    planning,
    seats,
    webhooks,
)

app_name = "travel"
CASE = "travel/cases/<uuid:code>/"
ONE = "movements/<uuid:code>/"
urlpatterns = [
    path("travel/", movements.movements, name="list"),
    path("travel/plan/", planning.plan, name="plan"),
    path("travel/today/", gate.today, name="today"),
    path("travel/charters/new/", charters.plan, name="plan_charter"),
    path(f"{CASE}clearances/", clearances.clearances, name="clearances"),
    path(f"{CASE}clearances/require/", clearances.require, name="require_clearance"),
    path(f"{CASE}clearances/<str:kind>/remind/", clearances.remind, name="remind"),
    path(f"{CASE}clearances/<str:kind>/<str:verb>/", clearances.act, name="clearance_act"),
    path(f"{CASE}people/<uuid:person>/document/", clearances.document_facts, name="document_facts"),
    path(ONE, movements.movement, name="movement"),
    path(f"{ONE}bookings/", movements.bookings, name="bookings"),
    path(f"{ONE}manifest/", movements.manifest, name="manifest"),
    path(f"{ONE}gate/", gate.gate, name="gate"),
    path(f"{ONE}seats/", seats.seats, name="seats"),
    path(f"{ONE}seats/offers/", seats.offers, name="offers"),
    path(f"{ONE}seats/search/", seats.search, name="search"),
    path(f"{ONE}seats/choose/", seats.choose, name="choose"),
    path(f"{ONE}seats/book/", seats.ask, name="ask"),
    path(f"{ONE}seats/anew/", seats.anew, name="anew"),
    path(f"{ONE}seats/agency/", agency.ask, name="ask_agency"),
    path(f"{ONE}seats/agency/flights/", agency.flights, name="agency_flights"),
    path(f"{ONE}seats/agency/<uuid:booking>/tickets/", agency.tickets, name="agency_tickets"),
    path(f"{ONE}charter/ask/", charters.ask, name="ask_charter"),
    path(f"{ONE}charter/confirm/", charters.confirm, name="confirm_charter"),
    path(f"{ONE}charter/seats/", charters.number_of_seats, name="charter_seats"),
    path(f"{ONE}charter/give/", charters.give, name="give_seats"),
    path(f"{ONE}charter/take-back/<uuid:case>/", charters.take_back, name="take_seats_back"),
    path(f"{ONE}attempts/<uuid:attempt>/<str:verb>/", deciding.decide, name="decide"),
    path(f"{ONE}partings/ask/", deciding.part, name="ask_parting"),
    path(f"{ONE}partings/<uuid:parting>/agree/", deciding.agree_to_part, name="confirm_parting"),
    path(f"{ONE}day/", deciding.another_day, name="another_day"),
    path(f"{ONE}accept/", deciding.accept, name="accept"),
    path(f"{ONE}cancel/", deciding.cancel, name="cancel"),
    path(f"{ONE}close/", deciding.close, name="close"),
    path("notifications/<uuid:code>/", notifications.notification, name="notification"),
    path("authority/arrivals/", notifications.arrivals, name="authority_arrivals"),
    path("travel/webhooks/flights/", webhooks.flights, name="webhook_flights"),
]
