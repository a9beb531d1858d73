"""Understand the codes that lists print beside the names of makers: 01204, 012041, or a prefecture's number.

A code decides between bearers of a name. Where no code bears a name, or no name a code, the names stand and
the difference is a finding: which of the two is misprinted nobody knows.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.findings import Finding
from saisei_lod.findings.interpreting import CODE_DISAGREES, CODE_NOT_KNOWN
from saisei_lod.interpreting.known import finding_at
from saisei_lod.reading import Field, Notice, Part
from saisei_lod.registry.codes import check_digit
from saisei_lod.registry.linking import Match, Resolution
from saisei_lod.registry.tables import Registry
from saisei_lod.text import levelled

__all__ = ["PrintedCodes", "printed_codes", "unnamed", "with_codes"]

_DIGITS: Final = re.compile(r"(?<![0-9])[0-9]{1,6}(?![0-9])")
_OF_PREFECTURE: Final = re.compile(r"都道府県")
_FULL: Final = 5
_WITH_CHECK_DIGIT: Final = 6
_PREFECTURES: Final = 47


class PrintedCodes(NamedTuple):
    """The codes of governments that a row prints, in order, the code of its prefecture, and the findings."""

    codes: tuple[tuple[str, Part], ...] = ()
    prefecture: str | None = None
    findings: tuple[Finding, ...] = ()


def printed_codes(notice: Notice, registry: Registry, file: str) -> PrintedCodes:
    """Return the codes of a notice; a leading zero may be lost, a check digit may stand behind."""
    codes: list[tuple[str, Part]] = []
    findings: list[Finding] = []
    prefecture: str | None = None
    for part in notice.parts.get(Field.CODES, ()):
        for printed in _DIGITS.findall(levelled(part.text)) or [""]:
            if _OF_PREFECTURE.search(part.label):
                code = _of_prefecture(printed)
                prefecture = code or prefecture
            else:
                code = _code(printed, prefecture, registry)
                codes += [(code, part)] if code else []
            if code is None:
                findings.append(finding_at(CODE_NOT_KNOWN, file, part))
    return PrintedCodes(tuple(codes), prefecture or _shared(codes), tuple(findings))


def _of_prefecture(printed: str) -> str | None:
    """Return the 5-digit code of a prefecture from its number, its code, or that with a check digit."""
    number = int(printed[:-4] or "0") if len(printed) >= _FULL else int(printed or "0")
    if len(printed) == _FULL and printed.endswith("000"):
        number = int(printed[:2])
    return f"{number:02d}000" if 0 < number <= _PREFECTURES else None


def _code(printed: str, prefecture: str | None, registry: Registry) -> str | None:
    """Return the 5-digit code that the registry knows for printed digits, None where it knows none."""
    return next((code for code in _forms(printed, prefecture) if code in registry.governments), None)


def _forms(printed: str, prefecture: str | None) -> Iterator[str]:
    if len(printed) in {_FULL - 1, _FULL}:
        yield printed.zfill(_FULL)
    if len(printed) in {_FULL, _WITH_CHECK_DIGIT}:
        whole = printed.zfill(_WITH_CHECK_DIGIT)
        if check_digit(whole[:_FULL]) == whole[_FULL]:
            yield whole[:_FULL]
    if 0 < len(printed) < _FULL - 1 and prefecture:
        yield prefecture[:2] + printed.zfill(3)


def _shared(codes: Sequence[tuple[str, Part]]) -> str | None:
    """Return the prefecture in which all codes lie, None where they lie in several."""
    found = {code[:2] for code, _ in codes}
    return f"{found.pop()}000" if len(found) == 1 else None


def with_codes(
    found: Resolution, printed: PrintedCodes, registry: Registry, file: str
) -> tuple[Resolution, list[Finding]]:
    """Return the makers with those that a code decides, and the findings on codes that no name bears."""
    if not printed.codes:
        return found, []
    left = dict(printed.codes)
    matches: list[Match] = []
    for match in found.matches:
        code = _agreed(match, left, registry)
        other = _other_bearer(match, left, registry) if code is None else None
        matches.append(_as(match, other, registry) if other else match)
        _take(left, code or other, registry)
    ambiguous = []
    for name in found.ambiguous:
        codes = [code for code in name.candidates if code in left]
        if len(codes) == 1:
            matches.append(_match(codes[0], name.text, (name.start, name.end), registry))
            _take(left, codes[0], registry)
        else:
            ambiguous.append(name)
    decided = found._replace(
        matches=tuple(sorted(matches, key=lambda match: match.start)), ambiguous=tuple(ambiguous)
    )
    return decided, [_disagrees(code, part, found.text, registry, file) for code, part in left.items()]


def unnamed(printed: PrintedCodes, publisher: str | None, registry: Registry, file: str) -> list[Finding]:
    """Return the findings on codes beside which no maker is named, other than the publisher's own."""
    return [
        _disagrees(code, part, part.text, registry, file) for code, part in printed.codes if code != publisher
    ]


def _agreed(match: Match, left: dict[str, Part], registry: Registry) -> str | None:
    """Return the printed code of the government named: its own, that of what it became, or of its ward."""
    today = set(registry.current(match.code))
    for code in left:
        if code == match.code or registry.government(code).parent == match.code:
            return code
    return next((code for code in left if today & set(registry.current(code))), None)


def _other_bearer(match: Match, left: dict[str, Part], registry: Registry) -> str | None:
    """Return the only printed code of another government that bears the name."""
    bearers = [code for code in left if any(state.name == match.name for state in registry.states[code])]
    return bearers[0] if len(bearers) == 1 else None


def _take(left: dict[str, Part], code: str | None, registry: Registry) -> None:
    """Take a code out of those left, with the other wards of its city."""
    if code:
        parent = registry.government(code).parent
        for one in [
            one for one in left if one == code or (parent and registry.government(one).parent == parent)
        ]:
            del left[one]


def _as(match: Match, code: str, registry: Registry) -> Match:
    return _match(code, match.text, (match.start, match.end), registry)._replace(
        scope=match.scope, mentions=match.mentions
    )


def _match(code: str, text: str, span: tuple[int, int], registry: Registry) -> Match:
    row = registry.government(code)
    return Match(
        code,
        row.name,
        row.prefecture,
        *span,
        "",
        "",
        registry.current(code),
        "printed-code",
        "",
        text,
        (span,),
    )


def _disagrees(code: str, part: Part, names: str, registry: Registry, file: str) -> Finding:
    name = registry.government(code).name
    return finding_at(CODE_DISAGREES, file, part, names, code=code, name=name)
