"""The approval limits that the portal starts with; the office changes them in the administration."""

from decimal import Decimal

from django.db import migrations

LIMITS = {
    "lead": {"EUR": 6000, "SEK": 66000, "ISK": 870000},
    "finance": {"EUR": 60000, "SEK": 660000, "ISK": 8700000},
}


def set_limits(apps, schema_editor):
    limits = apps.get_model("returns", "ApprovalLimit")
    for role, amounts in LIMITS.items():
        for currency, up_to in amounts.items():
            limits.objects.create(role=role, currency=currency, up_to=Decimal(up_to))


def forget_limits(apps, schema_editor):
    apps.get_model("returns", "ApprovalLimit").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("returns", "0004_money_of_awards")]

    operations = [migrations.RunPython(set_limits, forget_limits)]
