"""What the tests of writers share: a small vocabulary, and a way to write and parse."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from saisei_lod.serialization import FORMATS, write
from saisei_lod.terms import Description, Namespace, Property, date, integer, plain, text

EX = Namespace("ex", "https://example.org/ns#")
#: Class folders of which one name begins another one, as local-government and its periods do.
PLACE = Namespace("place", "https://example.org/id/place/", in_context=False)
PLACE_PERIOD = Namespace("place-period", "https://example.org/id/place-period/", in_context=False)


class Vocabulary(NamedTuple):
    """Terms that have each of the ways in which JSON-LD spells values."""

    ex: Namespace = EX
    place: Namespace = PLACE
    place_period: Namespace = PLACE_PERIOD
    title: Property = Property(EX, "title", "title", languages=True)
    label: Property = Property(EX, "label", "label", languages=True, repeated=True)
    note: Property = Property(EX, "note", "note")
    day: Property = Property(EX, "day", "day", datatype="date")
    number: Property = Property(EX, "number", "number", datatype="integer")
    part: Property = Property(EX, "part", "part", datatype="@id")
    parts: Property = Property(EX, "parts", "parts", datatype="@id", repeated=True)
    plan: Property = Property(EX, "plan", "plan", datatype="@id")

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes of all its namespaces."""
        return {space.prefix: space.base for space in (self.ex, self.place, self.place_period)}

    @property
    def context(self) -> dict[str, object]:
        """A JSON-LD context as `saisei derive` makes it."""
        xsd = "http://www.w3.org/2001/XMLSchema#"
        keys = {
            name.key: {"@id": name.value}
            | ({"@container": "@language"} if name.languages else {})
            | ({"@type": name.datatype} if name.datatype == "@id" else {})
            | ({"@type": f"{xsd}{name.datatype}"} if name.datatype in {"date", "integer"} else {})
            for name in self
            if isinstance(name, Property)
        }
        return {"@version": 1.1, "id": "@id", "type": "@type", "ex": self.ex.base, **keys}


WriteAll = Callable[[Sequence[Sequence[Description]]], dict[str, Path]]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The vocabulary of these tests."""
    return Vocabulary()


@pytest.fixture
def write_all(vocabulary: Vocabulary, tmp_path: Path) -> WriteAll:
    """Write blocks in all formats and return the path of each format."""

    def written(blocks: Sequence[Sequence[Description]]) -> dict[str, Path]:
        paths = {name: tmp_path / f"graph.{row.extension}" for name, row in FORMATS.items()}
        write(blocks, paths, prefixes=vocabulary.prefixes, context=vocabulary.context, scratch=tmp_path)
        return paths

    return written


@pytest.fixture
def block(vocabulary: Vocabulary) -> list[Description]:
    """A plan with two parts, of which the first leads to the second and to a period, and a stray node."""
    v = vocabulary
    root, first, second = v.place("a"), v.place("a-1"), v.place("a-2")
    plan = Description(root, v.ex("Plan"))
    plan.add(v.title, text("長井市", "ja"), text('The "city"', "en"))
    plan.add(v.note, plain("012041"))
    plan.add(v.parts, first, second)
    plan.add(v.part, second)
    one = Description(first, v.ex("Part"), v.ex("First"))
    one.add(v.plan, root)
    one.add(v.part, second)
    one.add(v.parts, v.place_period("a"))
    two = Description(second, v.ex("Part"))
    two.add(v.day, date("2020-03-30"))
    two.add(v.number, integer(55))
    period = Description(v.place_period("a"))
    period.add(v.day, date("2021-03"))
    stray = Description(v.place("stray"))
    stray.add(v.label, text("一", "ja"))
    return [plan, one, two, period, stray]
