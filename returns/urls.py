"""Addresses of returns."""

from django.urls import path

from returns.views import rules, what_if

app_name = "returns"
urlpatterns = [
    path("what-if/", what_if.what_if, name="what_if"),
    path("rules/", rules.rule_sets, name="rules"),
    path("rules/load/", rules.load, name="rules_load"),
    path("rules/<uuid:code>/", rules.rule_set, name="rule_set"),
    path("rules/<uuid:code>/table.csv", rules.table, name="rules_table"),
    path("rules/<uuid:code>/activate/", rules.activate, name="rules_activate"),
    path("rules/<uuid:code>/discard/", rules.discard, name="rules_discard"),
]
