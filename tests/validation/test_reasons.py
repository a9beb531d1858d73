from saisei_lod.validation.names import local_name
from saisei_lod.validation.reasons import REASONS


def test_every_component_of_the_standard_has_a_reason() -> None:
    """Those that pySHACL knows as core, and sh:sparql."""
    from pyshacl.constraints import ALL_CONSTRAINT_COMPONENTS  # noqa: PLC0415 - slow to import

    names = {
        kind.shacl_constraint_component
        for kind in ALL_CONSTRAINT_COMPONENTS
        if hasattr(kind, "shacl_constraint_component")
    }
    local = {local_name(str(name)).removesuffix("ConstraintComponent") for name in names if "#" in str(name)}
    assert sorted(local - REASONS.keys() - {"Property", "QualifiedValueShape"}) == []


def test_reasons_are_short_and_in_both_languages() -> None:
    """They stand in brackets behind a message."""
    for reason in REASONS.values():
        assert len(reason.ja) <= 30
        assert len(reason.en) <= 60
        assert reason.en.isascii()
