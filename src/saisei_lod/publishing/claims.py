"""Validate the claims of a release: one claim of each form, and all of a form where one is found at fault.

What claims refer to beyond themselves is given as background: the snapshots, and the claims that outweigh
others. Memory stays flat, whatever the size of the file.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.publishing.claim_forms import Group, form, groups, outweighing
from saisei_lod.serialization import SortedFile
from saisei_lod.validation import Locate, Report, validate

__all__ = ["validate_claims"]

#: Claims that are validated together where a form is at fault.
_BLOCK: Final = 2000
_DIGEST: Final = 16


def validate_claims(path: Path, snapshots: Path, scratch: Path, locate: Locate) -> Report:
    """Return the report of a sorted file of claims, given a file that describes the snapshots.

    Working files lie in ``scratch``.
    """
    described = {line.partition(b" ")[0] for line in snapshots.read_bytes().split(b"\n") if line}
    with SortedFile(path) as claims:
        work = _Work(path, snapshots, scratch, frozenset(described), claims, locate)
        first = work.first_of_each_form()
        report = work.report(first.values())
        faulty = {key for key, group in first.items() if _is_named(group, report)}
        return work.report_of(faulty or first.keys(), report) if report.results else report


def _is_named(group: Group, report: Report) -> bool:
    name = f"/{group.name.decode()}"
    return any(name in result.focus for result in report.results)


class _Work(NamedTuple):
    """The files that a validation works on, and what is known from them."""

    path: Path
    snapshots: Path
    scratch: Path
    described: frozenset[bytes]
    claims: SortedFile
    locate: Locate

    def key(self, group: Group) -> bytes:
        """Return a short name of a claim's form."""
        return blake2b(form(group, self.described, self.claims), digest_size=_DIGEST).digest()

    def first_of_each_form(self) -> Mapping[bytes, Group]:
        """Return the first claim of each form."""
        found: dict[bytes, Group] = {}
        for group in groups(self.path):
            found.setdefault(self.key(group), group)
        return found

    def report(self, block: Iterable[Group]) -> Report:
        """Validate some claims."""
        lines = [line for group in block for line in group.lines]
        data, beside = self.scratch / "claims.nq", self.scratch / "claims-beside.nq"
        data.write_bytes(b"".join(lines))
        beside.write_bytes(b"".join(outweighing(lines, self.claims)))
        return validate([data], background=[self.snapshots, beside], locate=self.locate)

    def report_of(self, forms: Iterable[bytes], first: Report) -> Report:
        """Validate every claim of some forms, and return the report of the whole."""
        wanted = frozenset(forms)
        reports = [self.report(block) for block in self._blocks(wanted)]
        return first._replace(
            results=tuple(result for report in reports for result in report.results),
            findings=tuple(finding for report in reports for finding in report.findings),
        )

    def _blocks(self, wanted: frozenset[bytes]) -> Iterator[list[Group]]:
        block: list[Group] = []
        for group in groups(self.path):
            if self.key(group) in wanted:
                block.append(group)
            if len(block) == _BLOCK:
                yield block
                block = []
        if block:
            yield block
