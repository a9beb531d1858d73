"""The parts of the server that need no server: negotiation, addresses, scanning, the pack's texts, what is kept."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.querying import bind, find, pack
from saisei_lod.serving.addresses import Addresses
from saisei_lod.serving.forms import ENTITY, Form
from saisei_lod.serving.keeping import Kept
from saisei_lod.serving.known import Known
from saisei_lod.serving.messages import Answer, Ask, Reply
from saisei_lod.serving.negotiating import chosen_form, chosen_language
from saisei_lod.serving.scanning import forbidden, is_constant

SHARED = Addresses(
    "https://w3id.org/saisei/id/catalog/catalog", ["https://w3id.org/saisei/data/plans.nt"], ["plans.nt"]
)
OWN = Addresses(
    "https://lod.example.jp/id/catalog/catalog", ["https://files.example.jp/x/plans.nt"], ["plans.nt"]
)


@given(st.text())
def test_any_header_is_negotiated(header: str) -> None:
    """Whatever a client sends gives a form or none, and one of the two languages."""
    assert chosen_form(header, ENTITY) in {*ENTITY, None}
    assert chosen_language(None, header) in {"ja", "en"}


@given(st.permutations(ENTITY))
def test_the_heaviest_is_chosen_in_any_order(order: list[Form]) -> None:
    """Weights decide, not the order in which a client names its forms."""
    header = ", ".join(f"{form.media};q=0.{9 - ENTITY.index(form)}" for form in order)
    assert chosen_form(header, ENTITY) == ENTITY[0]


@pytest.mark.parametrize("addresses", [SHARED, OWN])
@given(st.from_regex(r"id/[a-z\-]+/[a-z0-9\-]+", fullmatch=True))
def test_what_an_iri_is_shown_as_leads_back_to_it(addresses: Addresses, rest: str) -> None:
    """For what the publisher names, and for what all share."""
    for iri in (addresses.root + rest, f"https://w3id.org/saisei/{rest}"):
        assert iri in addresses.candidates(addresses.local(iri))
    assert addresses.local("http://example.org/a") == "http://example.org/a"


def test_files_are_known_by_their_addresses_alone() -> None:
    """At /data/ and at the path of the download address where that is of the same host."""
    assert SHARED.file("/data/plans.nt") == SHARED.file("/saisei/data/plans.nt") == "plans.nt"
    assert OWN.file("/data/plans.nt") == "plans.nt"
    assert OWN.file("/data/../plans.nt") == ""


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?service ?p 'SERVICE <x:y> {}' } # SERVICE <x:y> {}",
        'SELECT * { ?s ?p """a "SERVICE" """ }',
        "SELECT * { ?s <x:SERVICE> ?o }",
        "PREFIX ex: <x:> SELECT * { ?s ex:service ?o }",
        "SELECT * { ?s ?p 'x'@service }",
        "PREFIX e: <x:> SELECT * { ?s e:insert ?delete }",
    ],
)
def test_words_that_are_no_keywords_are_allowed(text: str) -> None:
    """In texts, comments, IRIs, variables, local names and language tags."""
    assert forbidden(text, ()) is None


def test_a_service_on_the_list_is_allowed() -> None:
    """When it is named in full; no other, and no variable."""
    listed = {"https://example.org/sparql"}
    assert forbidden("SELECT * { SERVICE SILENT <https://example.org/sparql> {} }", listed) is None
    assert forbidden("SELECT * { service<https://example.org/sparql>{} }", listed) is None
    for other in ("<https://example.org/sparql/x>", "?s", ":"):
        assert forbidden(f"SELECT * {{ SERVICE {other} {{}} }}", listed) is not None


@given(st.text(), st.sampled_from(["SERVICE <x:y> {}", "service ?s {}", "1SERVICE:{}"]))
def test_any_text_is_scanned(text: str, service: str) -> None:
    """Scanning ends on any text; a clause after a closed text is seen whatever stands in that text."""
    quoted = text.translate({ord(c): None for c in "'\\\n\r"})
    assert forbidden(f"SELECT * {{ ?s ?p '{quoted}' . {service} }}", ()) is not None
    forbidden(text, ())


def test_what_changes_each_time_is_not_constant() -> None:
    """NOW, RAND and UUID in any spelling; the pack is constant where it asks no other service."""
    for call in ("NOW()", "rand ( )", "StrUUID()"):
        assert not is_constant(f"SELECT ({call} AS ?x) {{}}")
    assert is_constant(find("plan-history").text)


def test_the_pack_is_known_with_any_values_and_nothing_beside() -> None:
    """A text that hides something in the line of values is not of the pack."""
    known = Known()
    assert all(query.text in known for query in pack())
    text = bind(find("plan-history"), {"plan": "r055-01204-3476059d"}).text
    assert text in known
    assert text.replace(") }\n", ") } ?a ?b ?c . VALUES ?x { (1) }\n", 1) not in known
    assert "ASK {}" not in known


def test_what_many_ask_is_asked_once_and_the_least_used_is_forgotten() -> None:
    """Single flight, and a bound in bytes."""
    asked: list[str] = []

    async def many() -> None:
        kept = Kept(20_000)

        async def ask(text: str) -> Reply:
            async def new() -> Reply:
                asked.append(text)
                await asyncio.sleep(0)
                return Answer("text/csv", b"x" * 2_000)

            return await kept.reply(Ask(text), new)

        await asyncio.gather(*(ask("a") for _ in range(5)))
        assert asked == ["a"]
        for number in range(10):
            await ask(str(number))
        await ask("a")
        assert asked.count("a") == 2

    asyncio.run(many())
