"""Lay an entity out as fields: what a plan says of its period stands under the plan, whatever the period's IRI."""

from typing import Final

from saisei_lod.changes.facts import TYPE, Facts, local

__all__ = ["flat"]

#: What the program works out from other values: it differs where they differ, and says nothing new.
_DERIVED: Final = frozenset(["days", "daysSinceCertification", "fiscalYear", "printedKilobytes"])


def flat(found: Facts, subject: str, left_out: frozenset[str], depth: int = 3) -> dict[str, tuple[str, ...]]:
    """Return the values of a subject by field, those of its parts under the field that leads to them.

    A part is what the same entity describes. Names of properties in ``left_out`` are not followed.
    """
    fields: dict[str, tuple[str, ...]] = {}
    for predicate, stated in found.get(subject, {}).items():
        name = local(predicate)
        if predicate == TYPE or name in left_out or name in _DERIVED:
            continue
        for value in stated:
            part = value[1:-1] if value.startswith("<") else ""
            if part in found and depth:
                for below, kept in flat(found, part, left_out, depth - 1).items():
                    fields[f"{name}.{below}"] = (*fields.get(f"{name}.{below}", ()), *kept)
            else:
                fields[name] = (*fields.get(name, ()), value)
    return {name: tuple(sorted(set(kept))) for name, kept in fields.items()}
