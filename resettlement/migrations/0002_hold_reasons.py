"""The first list of hold reasons: a proposal for the office, which administrators keep from here on."""

from django.db import migrations

REASONS = {
    "MED": "Medical hold, not fit to travel",
    "INF": "Infection or quarantine",
    "PREG": "Late pregnancy, or a newborn to be added",
    "EXIT": "Exit permit late or refused",
    "TRV": "Transit visa",
    "DOC": "Travel document missing, expired or in another name",
    "CARD": "Residence permit card not delivered",
    "HOUS": "Municipality or housing not ready",
    "FAM": "Change in the family: marriage, birth, death, custody",
    "SEC": "Security, road or camp closed",
    "AIR": "Airline cancelled, strike, connection missed",
    "AUT": "The authority asked to wait",
    "ABS": "Not to be found",
}


def write(apps, schema_editor):
    HoldReason = apps.get_model("resettlement", "HoldReason")
    HoldReason.objects.bulk_create(HoldReason(code=code, words=words) for code, words in REASONS.items())


class Migration(migrations.Migration):
    dependencies = [("resettlement", "0001_dossiers")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
