"""What a person may do today, worked out from grants in force."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """One role within one mandate and one country; an empty mandate or country means every one."""

    role: str
    mandate: str
    country: str


class Standing:
    """The grants of one person in force today, asked in the words of the policy."""

    def __init__(self, grants: Iterable[tuple[str, str, str]]) -> None:
        self.scopes = [Scope(*grant) for grant in grants]

    @property
    def roles(self) -> frozenset[str]:
        """Every role held, wherever it holds."""
        return frozenset(scope.role for scope in self.scopes)

    def has(self, *roles: str) -> bool:
        """Is any of these roles held, in whatever mandate or country?"""
        return not self.roles.isdisjoint(roles)

    def within(self, *roles: str) -> list[Scope]:
        """The mandates and countries in which any of these roles is held."""
        return [scope for scope in self.scopes if scope.role in roles]

    def covers(self, role: str, mandate: str, country: str) -> bool:
        """Does the role hold for this mandate in this country?"""
        return any(s.mandate in ("", mandate) and s.country in ("", country) for s in self.within(role))
