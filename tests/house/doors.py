"""Who may open which address: the policy written down once more, independently of the code that keeps it."""

from collections.abc import Callable
from dataclasses import dataclass

from cases.models import Merge
from tests.house.world import World

STAFF = {"aino", "lead", "travel", "bilal", "swedish_officer"}
OF_THE_CASE = {"aino", "lead", "travel"}
ACTING = {"aino", "lead"}
LIAISONS = {"marjut", "lars"}
APPROVING = {"lead", "travel"}
MONEY = {"bilal", "travel", "finance"}
RECEIVERS = {"marjut", "lars", "partner", "other_partner", "centre", "mission", "other_mission"}
SIGNED_IN = STAFF | RECEIVERS | {"finance", "chidi", "admin", "auditor"}
EVERYBODY = SIGNED_IN | {"anonymous"}


@dataclass(frozen=True)
class Door:
    """An address: who may pass, how its arguments are found, and whether it only takes what is sent to it."""

    opens_to: set[str]
    args: Callable[[World], dict] = lambda world: {}
    post_only: bool = False
    public: bool = False
    refusal: int = 404


def of_case(world: World) -> dict:
    return {"code": world.case.code}


def two_people(world: World) -> dict:
    kept, gone = (member.person.code for member in world.case.members.all()[:2])
    return {"code": kept, "other": gone}


def merged(world: World) -> dict:
    kept, gone = (member.person for member in world.case.members.all()[:2])
    merge, __ = Merge.objects.get_or_create(kept=kept, gone=gone, merged_by=world.people["aino"])
    return {"code": kept.code, "merge": merge.code}


def of_upload(world: World, **more: str) -> dict:
    return {"code": world.upload.code} | more


def of_files(place: str, look: set[str], act: set[str]) -> dict[str, Door]:
    """The pages of one Finnish file and its decision, in one of the two sets of addresses."""
    return {
        f"{place}:file": Door(look, of_upload),
        f"{place}:progress": Door(look, of_upload),
        f"{place}:part": Door(look, lambda world: of_upload(world, name="errors")),
        f"{place}:errors": Door(look, lambda world: of_upload(world, kind="csv")),
        f"{place}:original": Door(look, of_upload),
        f"{place}:receipt": Door(look, of_upload),
        f"{place}:accept": Door(act, of_upload, post_only=True),
        f"{place}:again": Door(act, of_upload, post_only=True),
        f"{place}:discard": Door(act, of_upload, post_only=True),
        f"{place}:decision": Door(look, lambda world: {"code": world.decision.code}),
    }


def of_clearance(world: World, **more: str) -> dict:
    return {"code": world.case.code, "kind": "exit_permit"} | more


def of_movement(world: World, **more) -> dict:
    return {"code": world.movement.code} | more


def of_charter(world: World, **more) -> dict:
    return {"code": world.charter.code} | more


def of_dossier(world: World) -> dict:
    return {"code": world.dossier.code}


def of_money() -> dict[str, Door]:
    """The pages of the money of returns."""

    def at(name: str) -> Callable[[World], dict]:
        return lambda world: {"code": getattr(world, name).code}

    return {
        "returns:money_due": Door(MONEY),
        "returns:money_approvals": Door(MONEY),
        "returns:money_statement": Door(MONEY),
        "returns:money_floats": Door(MONEY),
        "returns:money_count": Door(MONEY, at("cash_float")),
        "returns:money_compute": Door({"bilal"}, at("record")),
        "returns:money_propose": Door({"bilal"}, at("computation")),
        "returns:money_award": Door(MONEY, at("award")),
        "returns:money_approve": Door({"finance"}, at("award"), post_only=True),
        "returns:money_cancel": Door({"bilal"}, at("proposal"), post_only=True),  # who proposed it
        "returns:money_pay": Door(MONEY - {"finance"}, at("instalment")),  # finance approved it
        "returns:money_release": Door({"bilal"}, at("instalment"), post_only=True),
        "returns:money_confirm": Door(MONEY, at("payment")),
        "returns:money_not_paid": Door(MONEY, at("payment"), post_only=True),
        "returns:money_receipt": Door(MONEY, at("paid")),
        "returns:money_quotes": Door(MONEY, at("in_kind")),
        "returns:money_rest": Door(set(), at("in_kind"), post_only=True),  # a lead of returns
        "returns:money_choose": Door({"bilal"}, at("quote")),
        "returns:money_unchoose": Door({"bilal"}, at("quote"), post_only=True),
        "returns:money_refund": Door(MONEY, at("paid")),
        "returns:money_claim": Door({"bilal"}, at("paid")),
        "returns:money_recoveries": Door(MONEY),
        "returns:money_recovery": Door(MONEY, at("claim")),
        "returns:money_write_off": Door(set(), at("claim")),  # a lead of returns
        "returns:money_back": Door(MONEY, at("came_back")),
    }


def of_monitoring() -> dict[str, Door]:
    """The pages of monitoring: the officer of returns, and the mission that receives them."""
    act, see, load = {"bilal", "mission"}, {"bilal", "admin"}, {"admin"}

    def at(record: str, **more: str) -> Callable[[World], dict]:
        return lambda world: {"code": getattr(world, record).code} | more

    def whose(world: World) -> dict:
        return {"code": world.monitored.code, "person": world.monitored.case.members.first().person.code}

    return {
        "returns:monitoring": Door(act | {"other_mission"}),  # the own list, empty for another mission
        **{f"returns:{name}": Door(act, at("monitored"))
           for name in ("monitored", "agree_visit", "attempt", "lose_contact", "begin_survey")},
        "returns:contact_rule": Door(act, whose),
        **{f"returns:{name}": Door(act, at("visit")) for name in ("make_visit", "miss_visit", "survey_of_visit")},
        "returns:screening": Door(act, at("screening")),
        "returns:survey": Door(act, at("survey")),
        "returns:survey_part": Door(act, at("survey", name="social")),
        "returns:finish_survey": Door(act, at("survey"), post_only=True),
        "returns:question_sets": Door(see),
        "returns:load_questions": Door(load),
        "returns:question_set": Door(see, at("questions")),
        "returns:questions_table": Door(see, at("questions", name="scales")),
        "returns:activate_questions": Door(load, at("questions"), post_only=True),
        "returns:discard_questions": Door(load, at("questions"), post_only=True),
    }  # fmt: skip


def of_return(world: World, **more) -> dict:
    return {"code": world.record.code} | more


def of_riat(world: World, **more) -> dict:
    return {"code": world.riat.code} | more


def of_plans() -> dict[str, Door]:
    """The pages of reintegration plans: of the office, and of the mission that receives."""

    def draft(world: World) -> dict:
        return {"code": world.plan.code}

    def sent(world: World) -> dict:
        return {"code": world.sent_plan.code}

    return {
        "returns:plans": Door({"bilal"}),
        "returns:plan_begin": Door({"bilal"}, of_return),
        "returns:plan": Door({"bilal", "travel"}, draft),
        "returns:plan_write": Door({"bilal"}, draft),
        "returns:plan_back": Door({"bilal"}, draft),
        "returns:plan_amend": Door({"bilal"}, draft),
        "returns:plan_submit": Door({"bilal"}, draft, post_only=True),
        "returns:plan_approve": Door({"bilal"}, draft, post_only=True),
        "returns:plan_drop": Door({"bilal"}, draft, post_only=True),
        "mission:plans": Door({"mission", "other_mission"}),
        "mission:plan": Door({"mission"}, sent),
        "mission:approve": Door({"mission"}, sent, post_only=True),
        "mission:back": Door({"mission"}, sent),
        "mission:note": Door({"mission"}, sent),
    }


def of_enquiry(world: World) -> dict:
    return {"code": world.enquiry.code}


DOORS = {
    "home": Door(SIGNED_IN),
    "choose_language": Door(EVERYBODY, post_only=True, public=True),
    "cases:desk": Door(STAFF),
    "cases:list": Door(STAFF),
    "cases:spreadsheet": Door(STAFF, lambda world: {"kind": "csv"}),
    "cases:assign_chosen": Door(STAFF, post_only=True),
    "cases:save_filter": Door(STAFF, post_only=True),
    "cases:forget_filter": Door({"aino"}, lambda world: {"code": world.filter.code}, post_only=True),
    "cases:case": Door(OF_THE_CASE, of_case),
    "cases:contact": Door(OF_THE_CASE, of_case),
    "cases:new_task": Door(OF_THE_CASE, of_case),
    "cases:assign": Door(ACTING, of_case),
    "cases:wait": Door(OF_THE_CASE, of_case),
    "cases:suspend": Door(ACTING, of_case),
    "cases:reopen": Door(ACTING, of_case),
    "cases:new_document": Door(OF_THE_CASE, of_case),
    "cases:new_consent": Door(ACTING, of_case),
    "cases:consent_withdrawn": Door(
        ACTING, lambda world: {"case": world.case.code, "code": world.consent.code}, post_only=True
    ),
    "cases:new_referral": Door(ACTING, of_case),
    "cases:task_done": Door(OF_THE_CASE, lambda world: {"code": world.task.code}, post_only=True),
    "cases:document": Door(
        set(), lambda world: {"code": world.document.code}
    ),  # refused by its checks: served to nobody
    "cases:looks": Door({"auditor"}),
    "cases:people": Door(STAFF),
    "cases:person": Door(OF_THE_CASE, lambda world: {"code": world.case.members.first().person.code}),
    "cases:merge": Door(ACTING, two_people),
    "cases:not_the_same": Door(ACTING, two_people, post_only=True),
    "cases:undo_merge": Door(ACTING, merged, post_only=True),
    "authority:home": Door(LIAISONS),
    "authority:uploads": Door(LIAISONS),
    "authority:upload": Door(LIAISONS),
    "authority:decided": Door(LIAISONS),
    **of_files("authority", {"marjut"}, {"marjut"}),
    "decisions:uploads": Door(STAFF),
    "decisions:upload": Door(ACTING | {"bilal", "swedish_officer"}),
    "decisions:decided": Door(STAFF),
    **of_files("decisions", OF_THE_CASE, ACTING),
    "returns:list": Door(STAFF),
    "returns:where": Door({"bilal"}),
    "returns:monthly": Door({"bilal"}),
    "returns:monthly_file": Door({"bilal"}, lambda world: {"kind": "csv"}),
    "returns:enquiries": Door({"bilal", "centre"}),
    "returns:new_enquiry": Door({"bilal", "centre"}),
    "returns:enquiry": Door({"bilal", "centre"}, of_enquiry),
    "returns:take_enquiry": Door({"bilal"}, of_enquiry, post_only=True),
    "returns:close_enquiry": Door({"bilal"}, of_enquiry),
    **{
        f"returns:{name}": Door({"bilal"}, of_return)
        for name in (
            "advance",
            "counsel",
            "application",
            "eligibility",
            "ask_statement",
            "statement",
            "decision",
            "declare",
            "hold",
            "resume",
            "withdraw",
            "refuse",
            "close",
        )
    },
    "returns:happened": Door({"bilal"}, of_return),
    "returns:new_past": Door({"bilal"}),
    "returns:past": Door({"bilal"}, lambda world: {"code": world.past.code}),
    "returns:new_riat": Door({"bilal"}, of_return),
    "returns:riat_files": Door({"bilal"}),
    "returns:riat": Door({"bilal"}, of_riat),
    "returns:riat_first_page": Door({"bilal"}, of_riat),
    "returns:move_riat": Door({"bilal"}, lambda world: of_riat(world, status="registered")),
    "returns:interpreter": Door({"bilal"}, lambda world: of_return(world, talk=world.talk.code)),
    "returns:undeclare": Door({"bilal"}, lambda world: of_return(world, declaration=world.declaration.code)),
    "journey:give": Door(ACTING, of_case),
    "journey:apply": Door(EVERYBODY, public=True),
    "journey:enter": Door(EVERYBODY, public=True),
    "journey:stand": Door(EVERYBODY, public=True),  # without a key it leads to the door of the page
    "journey:withdraw": Door(EVERYBODY, public=True),
    "journey:undo": Door(EVERYBODY, post_only=True, public=True),
    "journey:leave": Door(EVERYBODY, post_only=True, public=True),
    "returns:duplicates": Door({"bilal"}),
    "returns:duplicate": Door({"bilal"}, lambda world: {"code": world.pair.code}),
    "returns:undecide": Door({"bilal"}, lambda world: {"code": world.pair.code}, post_only=True),
    "returns:what_if": Door({"bilal"}),
    "returns:rules": Door({"bilal", "admin"}),
    "returns:rules_load": Door({"admin"}),
    "returns:rule_set": Door({"bilal", "admin"}, lambda world: {"code": world.draft.code}),
    "returns:rules_table": Door({"bilal", "admin"}, lambda world: {"code": world.draft.code}),
    "returns:rules_activate": Door({"admin"}, lambda world: {"code": world.draft.code}, post_only=True),
    "returns:rules_discard": Door({"admin"}, lambda world: {"code": world.draft.code}, post_only=True),
    **of_money(),
    **of_monitoring(),
    **of_plans(),
    "notices:list": Door(SIGNED_IN),
    "notices:failed": Door(STAFF | {"admin"}),
    "notices:detail": Door({"aino"}, lambda world: {"code": world.notice.code}),
    "notices:again": Door(STAFF | {"admin"}, lambda world: {"code": world.notice.code}, post_only=True),
    "resettlement:list": Door(STAFF),
    "resettlement:advance": Door(ACTING, of_dossier),
    "resettlement:hand_over": Door(ACTING, of_dossier),
    "resettlement:place": Door(ACTING, of_dossier),
    "resettlement:hold": Door(ACTING, of_dossier),
    "resettlement:resume": Door(ACTING, of_dossier),
    "resettlement:withdraw": Door(ACTING, of_dossier),
    "resettlement:cancel": Door(ACTING, of_dossier),
    "travel:list": Door(STAFF),
    "travel:plan": Door(STAFF),
    "travel:today": Door(STAFF),
    "travel:clearances": Door(OF_THE_CASE, of_case),
    "travel:require_clearance": Door(OF_THE_CASE, of_case, post_only=True),
    "travel:remind": Door(OF_THE_CASE, of_clearance, post_only=True),
    "travel:clearance_act": Door(OF_THE_CASE, lambda world: of_clearance(world, verb="hold")),
    "travel:document_facts": Door(
        OF_THE_CASE, lambda world: of_case(world) | {"person": world.case.members.first().person.code}
    ),
    "travel:movement": Door(OF_THE_CASE, of_movement),
    "travel:bookings": Door(OF_THE_CASE, of_movement),
    "travel:manifest": Door(OF_THE_CASE, of_movement),
    "travel:gate": Door(OF_THE_CASE, of_movement),
    "travel:seats": Door(OF_THE_CASE, of_movement),
    "travel:offers": Door(OF_THE_CASE, of_movement),
    "travel:search": Door(OF_THE_CASE, of_movement, post_only=True),
    "travel:choose": Door(OF_THE_CASE, of_movement, post_only=True),
    "travel:anew": Door(OF_THE_CASE, of_movement, post_only=True),
    "travel:ask": Door(APPROVING, of_movement),
    "travel:ask_agency": Door(APPROVING, of_movement),
    "travel:agency_flights": Door(OF_THE_CASE, of_movement),
    "travel:agency_tickets": Door(
        APPROVING, lambda world: of_movement(world, booking=world.movement.bookings.first().code)
    ),
    "travel:plan_charter": Door(STAFF),
    "travel:ask_charter": Door(APPROVING, of_charter),
    "travel:confirm_charter": Door(APPROVING, of_charter),
    "travel:charter_seats": Door(OF_THE_CASE, of_charter),
    "travel:give_seats": Door(OF_THE_CASE, of_charter),
    "travel:take_seats_back": Door(OF_THE_CASE, lambda world: of_charter(world, case=world.charter.cases.get().code)),
    "travel:decide": Door(APPROVING, lambda world: of_movement(world, attempt=world.attempt.code, verb="found")),
    "travel:ask_parting": Door(OF_THE_CASE, of_movement),
    "travel:confirm_parting": Door(OF_THE_CASE, lambda world: of_movement(world, parting=world.parting.code)),
    "travel:another_day": Door(OF_THE_CASE, of_movement),
    "travel:accept": Door(APPROVING, of_movement, post_only=True),
    "travel:cancel": Door(APPROVING, of_movement),
    "travel:close": Door(OF_THE_CASE, of_movement, post_only=True),
    "travel:notification": Door(OF_THE_CASE | {"marjut"}, lambda world: {"code": world.notification.code}),
    "travel:authority_arrivals": Door(RECEIVERS),
    "travel:webhook_flights": Door(set(), post_only=True, public=True, refusal=401),  # proves itself by signature
}
