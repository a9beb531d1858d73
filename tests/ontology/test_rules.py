"""Rules of the vocabulary as queries: each returns what breaks it, beside an example that breaks it alone."""

from pathlib import Path
from typing import Final

import pyoxigraph
import pytest

from saisei_lod import resources

_RULES: Final = Path(__file__).parent / "rules"
#: Which files each folder of rules is about.
_FILES: Final = {
    "owl2dl": ["saisei.ttl"],
    "skos": ["schemes.ttl"],
    "terms": ["saisei.ttl"],
}
_QUERIES: Final = sorted(_RULES.glob("*/*.rq"))


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _store(*paths: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    for path in paths:
        store.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    return store


def _about(rule: Path) -> list[Path]:
    return [resources.ontology() / name for name in _FILES[rule.parent.name]]


def _broken(store: pyoxigraph.Store, rule: Path) -> list[str]:
    rows = store.query(rule.read_text(encoding="utf-8"))
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    return sorted(" ".join(str(value) for value in row) for row in rows)


@pytest.mark.parametrize("rule", _QUERIES, ids=_name)
def test_rule_holds(rule: Path) -> None:
    """The vocabulary breaks no rule."""
    assert _broken(_store(*_about(rule)), rule) == []


@pytest.mark.parametrize("rule", _QUERIES, ids=_name)
def test_rule_can_fail(rule: Path) -> None:
    """The example beside a rule breaks that rule, and no other of its folder."""
    store = _store(*_about(rule), rule.with_suffix(".ttl"))
    failing = [other.stem for other in sorted(rule.parent.glob("*.rq")) if _broken(store, other)]
    assert failing == [rule.stem]


def test_alignment_follows_the_profile() -> None:
    """The alignment, with the core that it imports, breaks no rule of OWL 2 DL but that of the one header."""
    store = _store(resources.ontology() / "saisei.ttl", resources.ontology() / "alignment.ttl")
    failing = [rule.stem for rule in sorted((_RULES / "owl2dl").glob("*.rq")) if _broken(store, rule)]
    assert failing == ["one-header"]
