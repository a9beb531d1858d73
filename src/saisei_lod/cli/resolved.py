"""Show what a text names: for people, or as JSON."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from saisei_lod.errors import Bilingual, Language

if TYPE_CHECKING:
    from saisei_lod.registry.linking import Match, Resolution

__all__ = ["FORMS"]

_NOTHING: Final = Bilingual("自治体名は見つかりませんでした。", "No local government is named.")
_TODAY: Final = Bilingual("現在は", "today")
_AMBIGUOUS: Final = Bilingual("決められません。候補:", "AMBIGUOUS, one of:")
_OUTDATED: Final = Bilingual("この日の自治体ではありません:", "not in force on that day:")


def _as_text(resolution: "Resolution", language: Language) -> str:
    lines = [_match(match, language) for match in resolution.matches]
    lines += [
        f"{item.text}\t{_AMBIGUOUS.in_language(language)} {' '.join(item.candidates)}"
        for item in resolution.ambiguous
    ]
    lines += [f"{_OUTDATED.in_language(language)} {_match(match, language)}" for match in resolution.outdated]
    return "\n".join(lines or [_NOTHING.in_language(language)]) + "\n"


def _match(match: "Match", language: Language) -> str:
    return "\t".join(_columns(match, language))


def _columns(match: "Match", language: Language) -> Iterator[str]:
    yield match.code
    yield match.name
    yield f"[{match.start}:{match.end}]"
    yield match.reason
    if match.scope:
        yield match.scope
    if match.current != (match.code,):
        yield f"{_TODAY.in_language(language)} {' '.join(match.current)}"


def _as_json(resolution: "Resolution", language: Language) -> str:
    import msgspec

    from saisei_lod.registry.linking import as_json

    del language  # JSON holds both
    return msgspec.json.encode(as_json(resolution)).decode() + "\n"


#: The forms of the answer by the name of ``--format``.
FORMS: Final[Mapping[str, Callable[["Resolution", Language], str]]] = {"text": _as_text, "json": _as_json}
