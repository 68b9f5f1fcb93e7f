"""Registers the app: its room, its decision kinds, what journeys tell it, its sentences."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReturnsConfig(AppConfig):
    """Assisted voluntary return."""

    name = "returns"
    verbose_name = _("Returns")

    def ready(self) -> None:
        """Announce this mandate to the floors below."""
        from cases import desk, journeys, mandates, outbox, panels  # noqa: PLC0415 - models exist only now
        from cases.changes import on_people_changed  # noqa: PLC0415
        from decisions import kinds as decision_kinds  # noqa: PLC0415
        from returns import (  # noqa: PLC0415
            follower,
            kinds,
            money_panel,
            money_sentences,
            parts,
            past_part,
            riat_looks,
            room,
            sentences,
            standing,
            withdrawal,
        )
        from returns.actions import duplicates  # noqa: PLC0415
        from returns.actions.awards import cancel_unpaid, settle  # noqa: PLC0415
        from returns.actions.own_withdrawal import JOB, withdraw_due  # noqa: PLC0415
        from returns.actions.plans import drop_open_plans  # noqa: PLC0415
        from returns.duplicates import part as duplicates_part  # noqa: PLC0415
        from returns.monitoring import panels as monitoring_panels  # noqa: PLC0415
        from returns.monitoring import sentences as monitoring_sentences  # noqa: PLC0415
        from returns.plans import part as plan_part  # noqa: PLC0415
        from returns.plans import sentences as plan_sentences  # noqa: PLC0415
        from travel import followers  # noqa: PLC0415

        sentences.teach()
        money_sentences.teach()
        monitoring_sentences.teach()
        monitoring_panels.register()
        plan_sentences.teach()
        parts.register(plan_part.PART)
        withdrawal.on_withdrawal(cancel_unpaid)
        withdrawal.on_closing(settle)
        withdrawal.on_withdrawal(drop_open_plans)
        withdrawal.on_closing(drop_open_plans)
        mandates.register(room.ROOM)
        panels.register(money_panel.PANEL)
        followers.register(follower.FOLLOWER)
        journeys.register(standing.OWN_PAGE)
        outbox.register(JOB, withdraw_due)
        parts.register(money_panel.BRINGS)
        parts.register(riat_looks.PART)
        parts.register(past_part.PART)
        desk.register_deadlines(riat_looks.deadlines)
        parts.register(duplicates_part.PART)
        outbox.register(duplicates.JOB, duplicates.look_due)
        on_people_changed(duplicates.ask_looks)
        for kind in kinds.KINDS:
            decision_kinds.register(kind)
