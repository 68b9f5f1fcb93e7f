"""Every record of the house: it says what it is, which columns are personal, how long it is kept, and who did it."""

import pytest
from django.apps import apps
from django.db import models

from accounts.declared import Kept

OURS = ("accounts", "notices", "cases", "decisions", "travel", "resettlement", "returns")
MODELS = [model for model in apps.get_models() if model._meta.app_label in OURS]


def columns_of(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.local_fields if not field.primary_key or field.name != "id"}


def undeclared(model: type[models.Model]) -> set[str]:
    declared = " ".join([model.PERSONAL, model.SPECIAL, model.PLAIN]).split()
    assert len(declared) == len(set(declared)), "declared twice"
    return columns_of(model) ^ set(declared)


def unpaired(model: type[models.Model]) -> set[str]:
    names = {constraint.name for constraint in model._meta.constraints}
    prefix = f"{model._meta.app_label}_{model._meta.model_name}"
    return {
        name
        for name in columns_of(model)
        if name.endswith("_at")
        and name not in getattr(model, "UNPAIRED", {})
        and f"{prefix}_{name.removesuffix('_at')}_pair" not in names
    }


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_record_says_what_it_is(model):
    assert model.__doc__ and not model.__doc__.startswith(f"{model.__name__}(")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_column_is_declared(model):
    assert not undeclared(model)
    assert model.KEPT in Kept


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_no_act_without_a_person(model):
    assert not unpaired(model)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_text_is_never_null(model):
    nullable = [
        f.name for f in model._meta.local_fields if isinstance(f, models.CharField | models.TextField) and f.null
    ]
    assert not nullable


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_nothing_is_removed_in_passing(model):
    loose = [
        f.name for f in model._meta.local_fields
        if f.remote_field and f.remote_field.on_delete is not models.PROTECT
    ]  # fmt: skip
    assert not loose


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_postgres_knows_every_state_word(model):
    checks = " ".join(str(constraint) for constraint in model._meta.constraints)
    loose = [f.name for f in model._meta.local_fields if f.choices and f.name in STATES and f.name not in checks]
    assert not loose


STATES = {"status", "state", "stage", "standing", "outcome", "channel", "kind_of_run"}


def test_an_undeclared_column_is_found():
    class Planted(models.Model):
        """A planted failure."""

        name = models.CharField(max_length=10)
        PERSONAL = SPECIAL = PLAIN = ""

        class Meta:
            app_label = "planted"
            managed = False

    assert undeclared(Planted) == {"name"}
