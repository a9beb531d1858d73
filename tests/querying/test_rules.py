"""Rules in words: of every rule that reads or chooses something there is a sentence in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from saisei_lod.interpreting import read_record
from saisei_lod.querying.rules import CHOICES, RULES, choice_words, rule_words
from saisei_lod.records.loading import load_file
from saisei_lod.records.model import Evidence, PageRecord

ROOT = Path(__file__).parents[2]
RECORDS = sorted((ROOT / "data" / "plans").glob("*.yaml"))
PAGES = sorted((ROOT / "tests" / "reading" / "pages").glob("*/page.*"))
JAPANESE = re.compile("[぀-ヿ一-鿿]")


def evidence_of(record: PageRecord) -> Iterator[Evidence]:
    """Yield the evidence of a page and of its plans."""
    yield from record.page.evidence.values()
    for plan in record.plans:
        yield from plan.evidence.values()


def test_every_rule_of_the_records_of_this_repository_has_words() -> None:
    """What data/ holds can be explained."""
    records = [load_file(path).record for path in RECORDS]
    rules = {evidence.rule for record in records for evidence in evidence_of(record)}
    assert len(rules) > 10
    assert rules - RULES.keys() == set()


def test_every_rule_that_the_readers_use_on_the_pages_of_the_tests_has_words() -> None:
    """Containers and structures of all kinds, a page each."""
    rules = set()
    for path in PAGES:
        record = read_record(
            path.read_bytes(), name=path.name, publisher=None, url=None, retrieved=None
        ).record
        rules |= {evidence.rule for evidence in evidence_of(record)}
    assert rules - RULES.keys() == set()


def test_every_choice_that_the_shapes_allow_has_words() -> None:
    """Shapes, mapping and words know the same rules."""
    shapes = (ROOT / "shapes" / "provenance.ttl").read_text(encoding="utf-8")
    (listed,) = re.findall(r"sh:path saisei:choiceRule ; sh:in \( ([^)]*) \)", shapes)
    assert {word.strip('"') for word in listed.split()} == CHOICES.keys()


@pytest.mark.parametrize("words", [*RULES.items(), *CHOICES.items()], ids=lambda item: item[0])
def test_words_are_a_sentence_in_each_language(words: tuple[str, tuple[str, str]]) -> None:
    """Japanese ends in 。, English in a full stop."""
    _, (ja, en) = words
    assert ja.endswith(("。", "。)"))
    assert en.endswith(".")
    assert JAPANESE.search(ja)


def test_an_unknown_rule_is_shown_by_its_name() -> None:
    """Data of a later version can be explained too."""
    assert rule_words("from-the-future") == choice_words("from-the-future") == ("from-the-future",) * 2
