"""Extensions of Postgres, and the function by which names are compared: lower case, without accents."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

# `unaccent` alone is not immutable, because its dictionary may be replaced; named by schema it may be indexed.
SEARCH_KEY = """
CREATE FUNCTION cases_search_key(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent'::regdictionary, words))
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(SEARCH_KEY, "DROP FUNCTION cases_search_key(text)"),
    ]
