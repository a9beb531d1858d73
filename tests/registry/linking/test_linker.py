import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.errors import UsageError
from saisei_lod.registry import Registry
from saisei_lod.registry.linking import Linker, linker

CELLS = [
    (
        "旭川市並びに北海道上川郡鷹栖町、東神楽町、比布町、愛別町、上川町及び東川町の全域",
        "01204 01452 01453 01455 01456 01457 01458",
        "whole",
    ),
    ("北海道並びに旭川市", "01000 01204", ""),
    ("※長井市、南陽市、白鷹町、飯豊町の2市2町による広域連携事業", "06209 06213 06402 06403", ""),
]
LETTERS = "長井市南陽北海道旭川府中町村区東京都小国郡山形県旧の及び並、・（）()全域一部2 　\n\u3099\u200b々"


@pytest.mark.parametrize(("text", "codes", "scope"), CELLS)
def test_cells_of_makers_are_read(links: Linker, text: str, codes: str, scope: str) -> None:
    """The cells of the two source pages give all codes in order, the scope, and no finding."""
    found = links.resolve(text, publisher="06209")
    assert (" ".join(found.codes), {match.scope for match in found.matches}) == (codes, {scope})
    assert found.findings == ()


def test_match_holds_place_and_name(links: Linker) -> None:
    """A match has the words of the text, their offsets in it, and the name in the registry."""
    text = "\u3000計画は⻑井市と龍ヶ崎市が作る。⻑井市は山形県。"
    nagai, ryugasaki, yamagata = links.resolve(text).matches
    assert (nagai.text, nagai.name, nagai.prefecture) == ("⻑井市", "長井市", "06000")
    assert (nagai.start, nagai.end) == nagai.mentions[0] == (4, 7)
    assert [text[start:end] for start, end in nagai.mentions] == ["⻑井市", "⻑井市"]
    assert (ryugasaki.text, ryugasaki.name) == ("龍ヶ崎市", "龍ケ崎市")
    assert (yamagata.code, yamagata.current) == ("06000", ("06000",))


def test_signs_after_a_name_are_no_part_of_it(links: Linker) -> None:
    """A zero-width sign inside a name belongs to it, one after it does not."""
    assert links.resolve("旭\u200b川市\u200b、").matches[0].text == "旭\u200b川市"


def test_small_registry_is_enough(small: Registry) -> None:
    """A linker knows what its registry knows, and nothing else."""
    links = Linker(small)
    assert links.resolve("古町", on="2009-01-01").matches[0].current == ("06998",)
    assert links.resolve("旭川市").codes == ()


def test_linker_is_made_once() -> None:
    """The linker of a folder is made once."""
    assert linker() is linker()


@pytest.mark.parametrize(
    "text", ["", " \n", "\x00\x01", "\ud800", "abc", "市", "々", "(" * 50, ")" * 50, "\U0010ffff市"]
)
def test_text_without_names_gives_nothing(links: Linker, text: str) -> None:
    """Empty text, controls, lone surrogates and stray signs name nobody."""
    found = links.resolve(text)
    assert (found.text, found.matches, found.ambiguous, found.findings) == (text, (), (), ())


def test_lone_surrogates_and_controls_do_not_hide_names(links: Linker) -> None:
    """A name between bytes that are no text is found at its place."""
    text = "\ud800\udcff長\x00井市\udcff"
    (match,) = links.resolve(text).matches
    assert (match.code, text[match.start : match.end]) == ("06209", "長\x00井市")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=LETTERS, max_size=60), st.sampled_from([None, "2005-01-01", "2016-08-30"]))
def test_any_text_is_answered_consistently(text: str, day: str | None) -> None:
    """For any text the spans are in order and within it, and the answer is the same twice."""
    found = linker().resolve(text, on=day)
    assert found == linker().resolve(text, on=day)
    spans = sorted(span for match in (*found.matches, *found.outdated) for span in match.mentions)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [match.start for match in found.matches] == sorted(match.start for match in found.matches)
    assert len(set(found.codes)) == len(found.codes)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(linker().registry.governments)))
def test_full_name_leads_to_its_bearer(code: str) -> None:
    """Prefecture, county and name of any government today, in a sentence, lead to its code."""
    registry = linker().registry
    row = registry.government(code)
    if row.exists_until:
        return
    place = registry.government(row.parent).name if row.parent else row.county
    prefecture = "" if row.kind == "prefecture" else registry.government(row.prefecture).name
    assert linker().resolve(f"本計画は{prefecture}{place}{row.name}が作成した。").codes == (code,)


@pytest.mark.parametrize(
    "unit",
    [
        "長井市、",
        "北区",
        "(長井市",
        "長井市)",
        "府中市（東京都）",
        "2市2町",
        "長 井 市 ",
        "a ",
        "同市",
        "長井\n",
    ],
)
def test_time_grows_linearly(links: Linker, unit: str) -> None:
    """Four times the text takes about four times the time: nothing is quadratic."""
    size = 12_000 // len(unit)
    links.resolve(unit)
    times = []
    for factor in (1, 4):
        start = time.process_time()
        links.resolve(unit * size * factor)
        times.append(time.process_time() - start)
    assert times[1] < 10 * times[0] + 0.2


def test_megabyte_in_one_line_is_answered(links: Linker) -> None:
    """A text of 1 MB without a line break is answered in seconds."""
    text = "長井市と南陽市は、山の港町として、豊かな水と共に栄えてきたまちである。" * 10_000
    assert len(text.encode()) > 1_000_000
    start = time.process_time()
    assert links.resolve(text).codes == ("06209", "06213")
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "day", ["2020", "2020-3-30", "2020-02-30", "令和2年3月30日", "20200330", "yesterday"]
)
def test_what_is_no_date_is_refused(links: Linker, day: str) -> None:
    """A date is ISO 8601 and a day of the calendar."""
    with pytest.raises(UsageError, match="not a date"):
        links.resolve("長井市", on=day)


def test_day_before_the_registry_is_told(links: Linker) -> None:
    """Before 2005-01-01 names are looked up as of that day, and a finding says so."""
    found = links.resolve("水海道市", on="1999-04-01")
    assert (found.codes, [finding.code for finding in found.findings]) == (
        ("08211",),
        ["registry-history-starts-2005"],
    )


def test_day_to_come_is_answered_as_today(links: Linker) -> None:
    """No clock is asked: a day after the last change that the registry knows has the state after it."""
    assert links.resolve("浜松市天竜区", on="2099-01-01").codes == ("22140",)


@pytest.mark.parametrize("prefecture", ["48", "0", "99999", "やまがた", "山形市", "Yamagata", "\ud800"])
def test_unknown_prefecture_is_refused(links: Linker, prefecture: str) -> None:
    """An unknown prefecture is named, with what is expected."""
    with pytest.raises(UsageError, match="no prefecture"):
        links.resolve("長井市", prefecture=prefecture)


def test_near_names_are_offered(links: Linker) -> None:
    """A misspelt prefecture is answered with the names near it."""
    with pytest.raises(UsageError) as error:
        links.resolve("長井市", prefecture="山型県")
    assert "山形県" in str(error.value)


def test_unknown_publisher_is_refused(links: Linker) -> None:
    """A publisher is a code of the registry."""
    with pytest.raises(UsageError):
        links.resolve("長井市", publisher="99999")


def test_nothing_heavy_is_imported() -> None:
    """Linking loads no RDF library, no table library, no YAML."""
    program = "import sys; import saisei_lod.registry.linking; print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"rdflib", "pyshacl", "openpyxl", "yaml", "jinja2", "msgspec", "csv"}.isdisjoint(modules)
