"""Ask the service as a client does, and the catalogue without a server."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from tests.serving.conftest import Server

from saisei_lod.errors import Bilingual
from saisei_lod.registry import load
from saisei_lod.registry.schemes import load_schemes
from saisei_lod.serving.lists.plans import Certification, Plan, Scheme, Table
from saisei_lod.serving.reconciliation.entities import Catalogue, catalogue

_BASE = "https://w3id.org/saisei/id/"


@pytest.fixture
def ask(server: Server) -> Callable[..., Any]:
    """Return the candidates of one query: its text, and its properties as keywords."""

    def asked(
        text: str, *, types: str | list[str] | None = None, language: str = "en", **properties: Any
    ) -> Any:
        query: dict[str, Any] = {"query": text} if text else {}
        if types:
            query["type"] = types
        if properties:
            query["properties"] = [{"pid": name, "v": value} for name, value in properties.items()]
        body = urlencode({"queries": msgspec.json.encode({"q0": query}).decode()}).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept-Language": language}
        reply = server.ask("/reconcile", "POST", body, headers)
        assert reply.status == 200, reply.text
        return reply.json["q0"]["result"]

    return asked


def plan(key: str, title: str, *makers: str, date: str = "2020-03-30") -> Plan:
    """Return an invented plan of real makers."""
    event = Certification(f"{_BASE}event/{key}", date, "2019", f"{_BASE}round/55")
    iris = tuple(f"{_BASE}local-government/{code}" for code in makers)
    schemes = (f"{_BASE}scheme/suishin",)
    return Plan(f"{_BASE}plan/{key}", key, title, "", iris, schemes, schemes, (), event, None)


@pytest.fixture(scope="session")
def known() -> Catalogue:
    """A catalogue of four invented plans, one scheme, and the registry."""
    plans = (
        plan("r055-06209-00000001", "まち・ひと・しごと創生推進計画", "06209"),
        plan("r055-34208-00000002", "まち・ひと・しごと創生推進計画", "34208"),
        plan("r063-13206-00000003", "<script>alert(1)</script>&計画", "13206", date="2022-03"),
        plan("r055-06401-00000004", "水と緑の交流計画", "06401", "99999"),
    )
    label = Bilingual("地方創生推進交付金", "Regional Revitalization Promotion Grant")
    scheme = Scheme(f"{_BASE}scheme/suishin", label, ("A3007",), "2016-04-20", "2022", is_fiscal=True)
    return catalogue(Table(plans, {"suishin": scheme}, {}), load(), load_schemes())
