"""See in a query text, before it is evaluated, what a read-only server without network refuses.

The text is cut into the tokens of SPARQL 1.1 (section 19.8), so that a word in a text, comment, IRI, variable
or prefixed name is no keyword. pyoxigraph's grammar asks for no space about keywords (``1SERVICE:x{…}`` is
a SERVICE clause), so a word or prefix that ends in SERVICE counts as one; IRIs and texts cannot hide one.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.serving.messages import Refused

__all__ = ["forbidden", "is_constant"]

_TOKENS: Final = re.compile(
    r"""(?P<text>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*+\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3}
        |"(?:[^"\\\n\r]|\\.)*+"|'(?:[^'\\\n\r]|\\.)*+')
      |(?P<iri><[^<>"{}|^`\x00-\x20]*+>)
      |(?P<comment>\#[^\n\r]*+)
      |(?P<escape>\\.)
      |(?P<name>[?$@][\w\-]++|(?:[\w.\-]++)?:(?:[\w.\-:%]|\\.)*+)
      |(?P<word>\w++)
      |(?P<space>\s++)
      |(?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)
_UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
#: What gives something else each time: such answers are not kept.
_CHANGING: Final = re.compile(r"(?:NOW|RAND|UUID)\s*\(|SERVICE", re.IGNORECASE)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKENS.finditer(text):
        kind = match.lastgroup or "mark"
        if kind not in {"space", "comment"}:
            yield _Token(kind, match[0], match.start())


def is_constant(text: str) -> bool:
    """Tell whether a query surely gives the same answer whenever it is asked."""
    return _CHANGING.search(text) is None


def forbidden(text: str, services: Collection[str]) -> Refused | None:
    """Return why a text is refused: an update, or a SERVICE clause that asks none of ``services``; else None."""
    tokens = list(_tokens(text))
    first = _first_word(tokens)
    if first is not None and first.text.upper() in _UPDATES:
        return _update(first, text)
    for position, token in enumerate(tokens):
        if _is_service(token) and _asked(tokens, position) not in services:
            return _service(token, text, services)
    return None


def _is_service(token: _Token) -> bool:
    if token.kind == "name":
        return token.text[0] not in "?$@" and token.text.partition(":")[0].upper().endswith("SERVICE")
    return token.kind == "word" and token.text.upper().endswith("SERVICE")


def _first_word(tokens: list[_Token]) -> _Token | None:
    """Return the first keyword after the prologue (PREFIX, BASE)."""
    return next(
        (one for one in tokens if one.kind == "word" and one.text.upper() not in {"PREFIX", "BASE"}), None
    )


def _asked(tokens: list[_Token], position: int) -> str:
    """Return the address that a SERVICE clause names in full, "" where it is a variable or a prefixed name."""
    if tokens[position].kind == "name":
        return ""
    after = [one for one in tokens[position + 1 : position + 3] if one.text.upper() != "SILENT"]
    return after[0].text[1:-1] if after and after[0].kind == "iri" else ""


def _where(token: _Token, text: str) -> str:
    before = text[: token.start]
    return f"{before.count(chr(10)) + 1}:{token.start - before.rfind(chr(10))}"


def _update(token: _Token, text: str) -> Refused:
    word = token.text.upper()
    return Refused(
        403,
        Bilingual(
            f"更新({word})はできません。公開データは読むだけです。",
            f"Updates ({word}) are refused: a release is read only.",
        ),
        _where(token, text),
        Bilingual("SELECT、ASK、CONSTRUCT、DESCRIBE のいずれか", "SELECT, ASK, CONSTRUCT or DESCRIBE"),
        Bilingual("問い合わせの形に書き直してください。", "Write it as a query."),
    )


def _service(token: _Token, text: str, services: Collection[str]) -> Refused:
    allowed = ", ".join(f"<{address}>" for address in sorted(services))
    return Refused(
        403,
        Bilingual(
            "SERVICE は使えません。このサーバーは他へ問い合わせません。"
            if not allowed
            else "この SERVICE は許可されていません。",
            "SERVICE is off: this server asks no other." if not allowed else "This SERVICE is not allowed.",
        ),
        _where(token, text),
        Bilingual(allowed or "SERVICE のない問い合わせ", allowed or "a query without SERVICE"),
        Bilingual(
            "手元で両方に問い合わせ、結果を突き合わせてください。",
            "Ask both from your side and join the answers.",
        ),
    )
