"""Records of the app `returns`."""

from returns.models.computation import Computation
from returns.models.rule import GrantRule
from returns.models.rule_list import CountryGroupEntry
from returns.models.rule_set import RuleSet, RuleSetState

__all__ = ["Computation", "CountryGroupEntry", "GrantRule", "RuleSet", "RuleSetState"]
