"""The first rules and lists, in force from the beginning; from here on administrators load what changes."""

from django.db import migrations

from returns.reference.shipped import shipped_groups, shipped_rules, title_of


def write(apps, schema_editor):
    RuleSet, GrantRule, Entry = (apps.get_model("returns", n) for n in ("RuleSet", "GrantRule", "CountryGroupEntry"))
    rules, groups = shipped_rules().rows, shipped_groups().rows
    for scheme in sorted({row["scheme"] for row in (*rules, *groups)}):
        made = RuleSet.objects.create(
            scheme=scheme, title=title_of(scheme, rules), state="active", came_with_portal=True
        )
        GrantRule.objects.bulk_create(GrantRule(rule_set=made, **row) for row in rules if row["scheme"] == scheme)
        Entry.objects.bulk_create(Entry(rule_set=made, **row) for row in groups if row["scheme"] == scheme)


class Migration(migrations.Migration):
    dependencies = [("returns", "0001_rules_and_computations")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
