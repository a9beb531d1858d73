"""Print how well the pages of tests/reading/ are read: by field (generated rows left out), by case, each miss.

Run from the repository:  python -m bench.accuracy [--held | --folder DIR] [--case NAME] [--quiet]

The readers' authors look at tests/reading/pages/ only; --held scores the pages held back, and prints
their misses with --misses alone, since whoever has seen them cannot be measured by them any more.
"""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from tests.reading.accuracy import BAR_FIELDS, Case, Count, Fact, cases, facts, missed, total

from saisei_lod.errors import SaiseiError
from saisei_lod.interpreting import as_json, read_record

FOLDERS: Final = Path(__file__).resolve().parent.parent / "tests" / "reading"
#: Beside our own errors, what a reader that is not finished may raise; one page must not hide the others.
FAULTS: Final = (
    SaiseiError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
)


def main() -> None:
    """Read the pages asked for, and print the tables."""
    asked = _arguments()
    chosen = cases(asked.folder or FOLDERS / ("pages_held" if asked.held else "pages"))
    results = {case.name: _facts(case) for case in chosen if asked.case in {None, case.name}}
    by_hand = {case.name for case in chosen if not case.is_generated or asked.case}
    every = [fact for name, found in results.items() if name in by_hand for fact in found]
    _print_table("field", _by_field(every))
    _print_table("case", {name: _over(found) for name, found in results.items()})
    if asked.misses or not (asked.held or asked.quiet):
        for name, found in results.items():
            _print_misses(name, missed(found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--held", action="store_true", help="score the pages held back")
    parser.add_argument("--folder", type=Path, help="score the cases of another folder")
    parser.add_argument("--case", help="one case alone")
    parser.add_argument("--quiet", action="store_true", help="the tables without the misses")
    parser.add_argument("--misses", action="store_true", help="the misses of held pages too")
    return parser.parse_args()


def _facts(case: Case) -> list[Fact]:
    options = {"publisher": None, "url": None, "retrieved": None, **case.options}
    try:
        actual = as_json(read_record(case.page.read_bytes(), name=case.page.name, **options))
    except FAULTS as fault:
        print(f"{case.name}: {type(fault).__name__}: {str(fault).splitlines()[0] if str(fault) else ''}")
        actual = {}
    return facts(case, actual)


def _by_field(found: list[Fact]) -> dict[str, Count]:
    counts = total(found)
    beside = {f"({field})": count for field, count in counts.items() if field not in BAR_FIELDS}
    return {**{f: counts[f] for f in BAR_FIELDS if f in counts}, "ALL OF THE BAR": _over(found), **beside}


def _over(found: Iterable[Fact]) -> Count:
    counts = total([fact for fact in found if fact.field in BAR_FIELDS]).values()
    return Count(*map(sum, zip(*counts, strict=True))) if counts else Count()


def _print_table(first: str, counts: Mapping[str, Count]) -> None:
    print(f"\n{first:<32} expected  right  wrong   null   recall  precision")
    for name, count in counts.items():
        print(
            f"{name:<32} {count.expected:>8} {count.right:>6} {count.wrong:>6} {count.null:>6}"
            f"  {count.recall:>7.3f}  {count.precision:>9.3f}"
        )


def _print_misses(name: str, misses: list[Fact]) -> None:
    if misses:
        print(f"\n{name}")
    for fact in misses:
        what = "null" if fact.given is None else "WRONG" if fact.expected is not None else "INVENTED"
        print(f"  {what:<8} {fact.field:<13} expected {fact.expected}  given {fact.given}  [{fact.plan}]")


if __name__ == "__main__":
    main()
