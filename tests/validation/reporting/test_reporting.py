from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.findings import Severity
from saisei_lod.validation import REPORTS, Report, validate
from saisei_lod.validation.names import SHAPES
from saisei_lod.validation.reporting import SUFFIXES, entries, people, selected
from saisei_lod.validation.reporting.entries import printable
from saisei_lod.validation.reporting.links import link

DATA = 'e:a a e:City ; e:in e:p ; e:extra "1", "2" . e:b a e:City . e:x e:of e:p .'
SHAPE = 'e:S sh:targetClass e:City ; sh:path e:name ; sh:minCount 1 ; sh:message "名"@ja, "name"@en .'


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_bytes_are_stable(write: Callable[[str, str], Path], name: str) -> None:
    """The same data gives the same report, run after run."""
    data, shapes = write("d.ttl", DATA), write("s.ttl", SHAPE)
    said = {"".join(REPORTS[name](validate([data], shapes=shapes), "ja")) for _ in range(3)}
    assert len(said) == 1


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_the_order_of_results_does_not_matter(report: Report, name: str) -> None:
    """An engine may find them in any order."""
    turned = report._replace(
        results=report.results[::-1], findings=report.findings[::-1], traces=report.traces[::-1]
    )
    assert "".join(REPORTS[name](turned, "en")) == "".join(REPORTS[name](report, "en"))


def test_every_suffix_asks_for_a_form() -> None:
    """And every form can be asked for."""
    assert set(SUFFIXES.values()) == set(REPORTS)


def codes(report: Report) -> list[str]:
    """Return the codes of all entries."""
    return [entry.code for entry in entries(report)]


def test_only_some_codes_are_kept(report: Report) -> None:
    """Results of shapes and findings of records alike."""
    assert codes(selected(report, only={"crooked", "record-period-reversed"})) == [
        "record-period-reversed",
        "crooked",
    ]
    assert selected(report, only={"crooked"}).left_out == 3


@pytest.mark.parametrize(("severity", "count"), [("violation", 3), ("warning", 4), ("info", 5)])
def test_a_severity_is_a_least_one(report: Report, severity: str, count: int) -> None:
    """A warning is kept where infos are asked for, and no info where warnings are."""
    assert len(codes(selected(report, severity=Severity(severity)))) == count


def test_a_city_is_that_of_the_page_or_a_maker(report: Report) -> None:
    """What no record leads to concerns no city."""
    assert len(codes(selected(report, city="01204"))) == 4
    assert len(codes(selected(report, city="01452"))) == 4
    assert codes(selected(report, city="06209")) == []


def test_what_was_left_out_still_counts(report: Report) -> None:
    """A selection of a selection adds up, and the data does not conform by it."""
    twice = selected(selected(report, only={"crooked"}), severity=Severity.VIOLATION)
    assert (twice.left_out, twice.conforms, twice.results) == (4, False, ())


def test_people_read_each_mistake_once(report: Report) -> None:
    """Two nodes without a record are two mistakes."""
    plain = report._replace(traces=(), records=())
    assert len(list(people(entries(plain)))) == len(plain.results)


def test_links_lead_to_the_pages_of_our_rules_alone(report: Report) -> None:
    """A shape of others has no page of ours."""
    ours = report.results[0]._replace(shape=f"<{SHAPES}title-invalid>")
    assert link("title-invalid", ours).endswith("/rules#title-invalid")
    assert link("x", report.results[0]) == ""


def test_a_text_is_printed_on_one_line() -> None:
    """Cut where it is long, without what a terminal or a browser would obey."""
    assert printable("a\r\nb\tc\x00\x1b]0;x\x07\u2066d") == "a b c]0;xd"
    assert printable("長" * 300) == "長" * 200 + "…"
