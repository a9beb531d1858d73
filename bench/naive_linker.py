"""A naive linker to compare with: the longest name at each place, looked up in the list of today's names.

It knows no prefecture before a name, no county, no list and no day; what two bear is ambiguous. This is
what a first script does, and what most tools do after splitting an address.
"""

from saisei_lod.registry import Registry
from saisei_lod.registry.linking import Ambiguous, Match, Resolution

__all__ = ["NaiveLinker"]


class NaiveLinker:
    """Find the longest names of today from left to right."""

    def __init__(self, registry: Registry) -> None:
        self._names: dict[str, list[str]] = {}
        for row in registry.governments.values():
            if not row.exists_until:
                self._names.setdefault(row.name, []).append(row.code)
        self._longest = max(map(len, self._names))

    def resolve(self, text: str) -> Resolution:
        """Return the codes of the names found, in order."""
        matches: dict[str, Match] = {}
        ambiguous: list[Ambiguous] = []
        place = 0
        while place < len(text):
            name = self._name_at(text, place)
            codes = self._names.get(name, [])
            if len(codes) == 1:
                matches.setdefault(codes[0], _match(codes[0], name, place))
            elif codes:
                ambiguous.append(Ambiguous(name, place, place + len(name), tuple(codes)))
            place += len(name) or 1
        return Resolution(text, tuple(matches.values()), tuple(ambiguous))

    def _name_at(self, text: str, place: int) -> str:
        pieces = (text[place : place + length] for length in range(self._longest, 1, -1))
        return next((piece for piece in pieces if piece in self._names), "")


def _match(code: str, name: str, start: int) -> Match:
    end = start + len(name)
    return Match(
        code, name, f"{code[:2]}000", start, end, "", "", (code,), "unique", "", name, ((start, end),)
    )
