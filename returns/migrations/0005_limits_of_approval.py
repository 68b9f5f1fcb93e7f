"""The approval limits that the portal starts with; the office changes them in the administration."""

from django.db import migrations

from returns.reference.shipped import shipped_limits


def set_limits(apps, schema_editor):
    limits = apps.get_model("returns", "ApprovalLimit")
    for row in shipped_limits():
        limits.objects.create(**row)


def forget_limits(apps, schema_editor):
    apps.get_model("returns", "ApprovalLimit").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("returns", "0004_money_of_awards")]

    operations = [migrations.RunPython(set_limits, forget_limits)]
