"""Addresses of returns."""

from django.urls import path

from returns.views import awards, floats, payments, rules, what_if

app_name = "returns"
urlpatterns = [
    path("what-if/", what_if.what_if, name="what_if"),
    path("rules/", rules.rule_sets, name="rules"),
    path("money/", payments.due, name="money_due"),
    path("money/approvals/", awards.approvals, name="money_approvals"),
    path("money/propose/<uuid:code>/", awards.propose, name="money_propose"),
    path("money/awards/<uuid:code>/", awards.award, name="money_award"),
    path("money/awards/<uuid:code>/approve/", awards.approve, name="money_approve"),
    path("money/awards/<uuid:code>/cancel/", awards.cancel, name="money_cancel"),
    path("money/instalments/<uuid:code>/pay/", payments.pay_instalment, name="money_pay"),
    path("money/instalments/<uuid:code>/release/", payments.release, name="money_release"),
    path("money/payments/<uuid:code>/confirm/", payments.confirm, name="money_confirm"),
    path("money/payments/<uuid:code>/not-paid/", payments.not_paid, name="money_not_paid"),
    path("money/payments/<uuid:code>/receipt/", payments.receipt, name="money_receipt"),
    path("money/statement/", payments.statement, name="money_statement"),
    path("money/floats/", floats.floats, name="money_floats"),
    path("money/floats/<uuid:code>/count/", floats.count, name="money_count"),
    path("rules/load/", rules.load, name="rules_load"),
    path("rules/<uuid:code>/", rules.rule_set, name="rule_set"),
    path("rules/<uuid:code>/table.csv", rules.table, name="rules_table"),
    path("rules/<uuid:code>/activate/", rules.activate, name="rules_activate"),
    path("rules/<uuid:code>/discard/", rules.discard, name="rules_discard"),
]
