import pytest

from saisei_lod.validation.sparql.tokens import OutsideError, Token, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("?a $b", [("variable", "?a"), ("variable", "$b")]),
        ("<https://example.org/#a> # a comment <b>\n", [("iri", "<https://example.org/#a>")]),
        ("?a < ?b", [("variable", "?a"), ("sign", "<"), ("variable", "?b")]),
        ("e:a.b. e:", [("name", "e:a.b"), ("sign", "."), ("name", "e:")]),
        ("select A a", [("word", "SELECT"), ("word", "A"), ("word", "a")]),
        ("1 2.5 3.", [("number", "1"), ("number", "2.5"), ("number", "3"), ("sign", ".")]),
        ('"a\\"b"@en-GB \'c\'', [("string", '"a\\"b"'), ("language", "@en-GB"), ("string", "'c'")]),
        ('"1"^^e:d', [("string", '"1"'), ("sign", "^^"), ("name", "e:d")]),
        ("^e:p/e:q* e:r? ?x", [("sign", "^"), ("name", "e:p"), ("sign", "/"), ("name", "e:q"), ("sign", "*"),
                               ("name", "e:r"), ("sign", "?"), ("variable", "?x")]),
        ("&& || != <= >=", [("sign", sign) for sign in ("&&", "||", "!=", "<=", ">=")]),
    ],
)  # fmt: skip
def test_tokens(text: str, found: list[tuple[str, str]]) -> None:
    """As section 19.8 tells them apart; words are in capitals, but for the ``a`` of rdf:type."""
    assert tokens(text) == [Token(*pair) for pair in found]


@pytest.mark.parametrize("text", ['"""a"""', "1e3", ".5", "[]", '"a', "e:%41", "長井"])
def test_other_tokens_are_outside(text: str) -> None:
    """Long strings, doubles, blank nodes, escapes, names in other alphabets: pyoxigraph reads them."""
    with pytest.raises(OutsideError):
        tokens(text)
