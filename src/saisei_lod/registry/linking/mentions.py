"""What a text says about each name in it, before it is decided who bears the name."""

from enum import Enum, auto
from typing import Final, NamedTuple

from saisei_lod.registry.linking.index import Bearer

__all__ = ["NOWHERE", "Bound", "Mention", "Role"]


class Role(Enum):
    """What a name does in the text."""

    NAMED = auto()
    """names its bearer"""
    CONTAINER = auto()
    """says where the next name lies: 北海道 in 北海道旭川市, or (北海道) after a name"""
    CONTRADICTED = auto()
    """does not lie in what the text puts before it: 山形県府中市"""
    DROPPED = auto()
    """is a part of an address or of another word: 前橋市朝日町"""


class Bound(NamedTuple):
    """Where a name lies as the text says; empty parts say nothing. Codes of 5 digits, county folded."""

    prefectures: tuple[str, ...] = ()
    county: str = ""
    parents: tuple[str, ...] = ()

    def holds(self, bearer: Bearer) -> bool:
        """Tell whether the bearer lies within."""
        return (
            (not self.prefectures or bearer.prefecture in self.prefectures)
            and (not self.county or self.county in bearer.counties)
            and (not self.parents or bearer.parent in self.parents)
        )

    def within(self, bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
        """Return the bearers that lie within."""
        return tuple(bearer for bearer in bearers if self.holds(bearer))


NOWHERE: Final = Bound()


class Mention:
    """A name at its place in the folded text, with what the grammar says about it.

    - ``stated``: where it lies by the words directly before or after it; ``carried``: by an earlier
      item of its list.
    - ``misplaced``: it lies in the prefecture of the county before it, and not in that county.
    - ``address``: it follows a municipality as its quarters do.
    - ``former``: 旧 stands before it; ``former_by_list``: before an earlier item of its list.
    - ``plain``: signs or the ends of the text stand on both sides.
    - ``group`` numbers the lists, ``sentence`` the sentences; ``scope`` is whole, part or empty.
    """

    __slots__ = (
        "address",
        "bearers",
        "carried",
        "end",
        "former",
        "former_by_list",
        "group",
        "key",
        "misplaced",
        "plain",
        "role",
        "scope",
        "sentence",
        "start",
        "stated",
    )

    def __init__(self, start: int, end: int, key: str, bearers: tuple[Bearer, ...]) -> None:
        self.start = start
        self.end = end
        self.key = key
        self.bearers = bearers
        self.role = Role.NAMED
        self.stated = NOWHERE
        self.carried = NOWHERE
        self.former = False
        self.former_by_list = False
        self.misplaced = False
        self.plain = True
        self.address = False
        self.group = 0
        self.sentence = 0
        self.scope = ""

    @property
    def is_prefecture(self) -> bool:
        """Whether this is the name of a prefecture."""
        return bool(self.bearers) and self.bearers[0].kind == "prefecture"

    @property
    def prefectures(self) -> tuple[str, ...]:
        """The prefectures in which the name may lie."""
        return tuple({bearer.prefecture for bearer in self.stated.within(self.bearers)})

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the name may mean."""
        return tuple({bearer.code for bearer in self.stated.within(self.bearers)})
