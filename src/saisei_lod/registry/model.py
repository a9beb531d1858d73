"""The rows of the registry: local governments, their states over time and the changes between them.

All days are ISO dates (``2005-10-11``); a state is half-open: it holds on ``valid_from`` and no longer
on ``valid_until``. The registry begins on 2005-01-01, the year of the Local Revitalization Act
(平成17年法律第24号); what was before is left out: an empty start means "before the registry begins".
"""

from typing import Final, Literal, NamedTuple

__all__ = [
    "CHANGE_KINDS",
    "FIRST_DAY",
    "KINDS",
    "KIND_NAMES",
    "Change",
    "ChangeKind",
    "Government",
    "Kind",
    "State",
    "english_name",
    "event_code",
]

Kind = Literal["prefecture", "city", "designated-city", "special-ward", "town", "village", "ward"]
ChangeKind = Literal[
    "absorption",
    "merger",
    "city-status",
    "town-status",
    "renaming",
    "designation",
    "ward-reorganisation",
    "split",
    "county-change",
]

#: The day on which the registry begins.
FIRST_DAY: Final = "2005-01-01"

#: Kinds of local governments, in the order of 地方自治法 1条の3, 252条の19; a ward of a designated city
#: (252条の20) is a part of it and no local government.
KINDS: Final[tuple[Kind, ...]] = (
    "prefecture",
    "designated-city",
    "city",
    "special-ward",
    "town",
    "village",
    "ward",
)

#: Japanese name of each kind.
KIND_NAMES: Final[dict[Kind, str]] = {
    "prefecture": "都道府県",
    "designated-city": "政令指定都市",
    "city": "市",
    "special-ward": "特別区",
    "town": "町",
    "village": "村",
    "ward": "行政区",
}

#: Kinds of changes with the word of the official list (廃置分合等情報).
CHANGE_KINDS: Final[dict[ChangeKind, str]] = {
    "absorption": "編入",
    "merger": "新設",
    "city-status": "市制",
    "town-status": "町制",
    "renaming": "名称変更",
    "designation": "政令指定",
    "ward-reorganisation": "区の再編",
    "split": "分割",
    "county-change": "郡の変更",
}

_SUFFIXES: Final[dict[str, str]] = {
    "designated-city": "City",
    "city": "City",
    "special-ward": "City",
    "town": "Town",
    "village": "Village",
    "ward": "Ward",
}


class Government(NamedTuple):
    """A local government or a ward of a designated city, as it is today or was on its last day.

    ``code`` is the 5-digit code of JIS X 0402; ``prefecture`` is the code of its prefecture (its own
    for a prefecture); ``parent`` the designated city of a ward. ``name`` holds its suffix (旭川市) and
    no county; ``kana`` is hiragana, empty where no source tells it; ``romaji`` is Hepburn without
    macrons and without suffix (Asahikawa). ``latitude`` and ``longitude`` are decimal degrees of the
    main office. ``exists_from`` and ``exists_until`` are ISO days, half-open: empty means before
    2005-01-01 and "still existing". ``geolod`` is the id of the place name in GeoLOD.
    """

    code: str
    kind: str
    name: str
    kana: str
    romaji: str
    prefecture: str
    county: str
    county_kana: str
    county_romaji: str
    parent: str
    latitude: str
    longitude: str
    exists_from: str
    exists_until: str
    geolod: str


class State(NamedTuple):
    """Name, county and kind of a government from ``valid_from`` until before ``valid_until``."""

    code: str
    name: str
    kana: str
    romaji: str
    county: str
    kind: str
    valid_from: str
    valid_until: str


class Change(NamedTuple):
    """What happened on a day: codes before and after, in ascending order.

    A government that goes on stands in both: 釧路市 and two towns made 釧路市 in 2005. ``note`` is in
    Japanese where the codes do not tell it all.
    """

    date: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    note: str


def event_code(change: Change) -> str:
    """Return the code that names a change on its day: the smallest that ended, else the smallest after.

    No two changes of one day have the same (``saisei registry verify`` checks it).

    >>> event_code(Change("2005-10-11", "merger", ("01206", "01666", "01669"), ("01206",), ""))
    '01666'
    """
    return min(set(change.before) - set(change.after) or change.after)


def english_name(romaji: str, kind: str) -> str:
    """Return the English name that is written from romaji and kind.

    A special ward is written City, as the 23 write themselves; Hokkaido and Tokyo stand alone.

    >>> english_name("Nagai", "city"), english_name("Yamagata", "prefecture"), english_name("Tokyo", "prefecture")
    ('Nagai City', 'Yamagata Prefecture', 'Tokyo')
    """
    if kind == "prefecture":
        return romaji if romaji in {"Hokkaido", "Tokyo"} else f"{romaji} Prefecture"
    return f"{romaji} {_SUFFIXES[kind]}" if romaji else ""
