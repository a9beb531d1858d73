"""The typed record of what one source says about plans; the JSON of ``saisei read`` and the files of data/plans/.

Dates are ISO 8601 text with the precision that the source gives (``2020-03-30``, ``2021-03``);
codes are 5 digits without check digit; what the source does not say is None or empty.
"""

from typing import Annotated, Literal

import msgspec

__all__ = [
    "Amendment",
    "Amount",
    "Certification",
    "Contact",
    "Coverage",
    "Document",
    "Evidence",
    "Indicator",
    "IndicatorValue",
    "Maker",
    "OwnWords",
    "Page",
    "PageRecord",
    "Period",
    "PlanRecord",
    "Publisher",
]

Code = Annotated[
    str, msgspec.Meta(pattern=r"\A(?:[0-9]{5}|[0-9]{13})\Z", description="5 digits, or 13 for a union")
]
Day = Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", description="an ISO 8601 date")]
PartialDay = Annotated[
    str,
    msgspec.Meta(
        pattern=r"\A[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?\Z",
        description="an ISO 8601 date, year and month, or year",
    ),
]
RoundNumber = Annotated[int, msgspec.Meta(ge=1, le=999)]
Slug = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z")]
Line = Annotated[int, msgspec.Meta(ge=1)]
Basis = Literal["stated", "inferred"]


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all parts of a record share: fixed fields, no silent extras."""


class Publisher(_Record, frozen=True):
    """The local government that publishes the page."""

    code: Code | None = None
    name: str | None = None


class Contact(_Record, frozen=True):
    """Whom the page names for questions."""

    name: str | None = None
    address: str | None = None
    phone: str | None = None
    fax: str | None = None
    email: str | None = None


class Evidence(_Record, frozen=True):
    """The words of a snapshot that say a value, and the rule that read the value from them.

    ``at`` holds spans of the decoded text, half-open, in Unicode code points (``50-60 71-75``);
    ``words`` what stands there, a line for each span. ``value`` is the value as it was read: where the
    record says another one, a person corrected it. Both are left out where the value of the record is
    the words, joined (titles, summaries): :mod:`saisei_lod.records.evidence` gives them back. A value
    that nothing on the page says, such as an implied maker, has no spans.
    """

    rule: Slug
    value: str | None = None
    at: Annotated[str, msgspec.Meta(pattern=r"\A(?:[0-9]+-[0-9]+(?: [0-9]+-[0-9]+)*)?\Z")] = ""
    words: str | None = None


class Page(_Record, frozen=True):
    """The source document and the snapshot of it that was read."""

    title: str | None = None
    publisher: Publisher = Publisher()
    source: Annotated[str, msgspec.Meta(pattern=r"\A(?:[0-9]{5}|x)-[A-Za-z0-9][A-Za-z0-9-]*\Z")] | None = None
    page_id: str | None = None
    last_updated: Day | None = None
    retrieved: Day | None = None
    url: str | None = None
    sha256: Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")] | None = None
    contact: Contact | None = None
    evidence: dict[str, Evidence] = {}


class Certification(_Record, frozen=True):
    """The first certification 認定: its day, its round, and whether the page states the round."""

    date: PartialDay | None = None
    date_basis: Basis | None = None
    round: RoundNumber | None = None
    round_basis: Basis | None = None


class Amendment(_Record, frozen=True):
    """A later event of the plan, in the order of the page."""

    date: PartialDay | None = None
    date_basis: Basis | None = None
    round: RoundNumber | None = None
    round_basis: Basis | None = None
    kind: Literal["amendment", "minor", "unspecified", "revocation", "combination"] = "unspecified"


class Period(_Record, frozen=True):
    """計画期間: first and last day, both inclusive; a fiscal year stands as its first and last day."""

    start: PartialDay | None = None
    end: PartialDay | None = None
    precision: Literal["day", "month", "fiscal_year"] = "day"


class Maker(_Record, frozen=True):
    """A local government that made the plan; ``implied`` where only the page's publisher tells so."""

    code: Code | None = None
    name: str | None = None
    basis: Literal["stated", "implied"] = "stated"
    lead: bool = False


class Coverage(_Record, frozen=True):
    """区域: whole or part of the local governments named, or unknown."""

    kind: Literal["whole", "part", "unknown"] = "unknown"
    codes: list[Code] = []
    text: str | None = None


class Document(_Record, frozen=True):
    """An attached file as the page lists it; sizes are kept as printed."""

    format: str | None = None
    size_text: str | None = None
    url: str | None = None


class IndicatorValue(_Record, frozen=True):
    """One value of a KPI: base, interim, final or actual, of a year."""

    year: str | None = None
    value: str | None = None
    role: Literal["base", "interim", "final", "actual"] | None = None


class Indicator(_Record, frozen=True):
    """A KPI 数値目標 with its unit and values."""

    name: str
    unit: str | None = None
    values: list[IndicatorValue] = []


class Amount(_Record, frozen=True):
    """A sum of money: yen as a whole number where understood, and the words."""

    name: str | None = None
    yen: int | None = None
    text: str | None = None


class OwnWords(_Record, frozen=True):
    """Words of the release's editors, never of the source."""

    title_en: str | None = None
    summary_ja: str | None = None
    summary_en: str | None = None


class PlanRecord(_Record, frozen=True):
    """What one source says about one plan; ``printed`` holds the wording of each field."""

    id: str | None = None
    title: str | None = None
    status: Literal["current", "ended"] | None = None
    heading: str | None = None
    certification: Certification = Certification()
    amendments: list[Amendment] = []
    period: Period | None = None
    makers: list[Maker] = []
    coverage: Coverage = Coverage()
    schemes: list[Slug] = []
    documents: list[Document] = []
    indicators: list[Indicator] = []
    amounts: list[Amount] = []
    summary: str | None = None
    lines: tuple[Line, Line] | None = None
    printed: dict[str, str] = {}
    former_ids: list[str] = []
    combined_into: str | None = None
    own: OwnWords | None = None
    evidence: dict[str, Evidence] = {}


class PageRecord(_Record, frozen=True):
    """One source with its plans: a file of data/plans/, or a line of ``saisei read --format json``."""

    page: Page = Page()
    plans: list[PlanRecord] = []
