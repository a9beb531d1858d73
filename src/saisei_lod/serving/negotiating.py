"""Choose what a client accepts: media types and languages with their q-values (RFC 9110, section 12.5)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.errors import Language
from saisei_lod.serving.forms import Form

__all__ = ["chosen_form", "chosen_language"]

_WEIGHT: Final = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)
#: What many clients call their forms: JSON for rows and for graphs.
_ALIASES: Final = {
    "application/sparql-results+json": "application/json",
    "application/ld+json": "application/json",
}
#: Items of a header that are read: more is no preference.
_ITEMS: Final = 100


class _Range(NamedTuple):
    name: str
    weight: float


def _ranges(header: str) -> Iterator[_Range]:
    """Yield the items of a header in lower case; one that cannot be read is passed over."""
    for item in header.split(",")[:_ITEMS]:
        name, *parameters = item.split(";")
        weights = [found[1] for part in parameters if (found := _WEIGHT.fullmatch(part))]
        if name.strip():
            yield _Range(name.strip().lower(), float(weights[0]) if weights else 1.0)


def chosen_form(header: str, offered: Sequence[Form]) -> Form | None:
    """Return what is liked best, of equals the first offered; None where nothing offered is acceptable.

    An empty header accepts all.
    """
    ranges = list(_ranges(header)) or [_Range("*/*", 1.0)]
    weighed = [(_weight(form.media, ranges), -position, form) for position, form in enumerate(offered)]
    weight, _, form = max(weighed, key=lambda one: one[:2])
    return form if weight > 0 else None


def _weight(media: str, ranges: Sequence[_Range]) -> float:
    """Return the weight that the most specific range gives to a media type, 0 where none names it."""
    for name in (media, _ALIASES.get(media), f"{media.partition('/')[0]}/*", "*/*"):
        found = [one.weight for one in ranges if one.name == name]
        if found:
            return max(found)
    return 0.0


def chosen_language(asked: str | None, header: str) -> Language:
    """Return the language of pages: the one asked for by ``lang``, else by Accept-Language, else Japanese."""
    if asked in {"ja", "en"}:
        return "en" if asked == "en" else "ja"
    liked = {"ja": 0.0, "en": 0.0}
    for name, weight in _ranges(header):
        language = name.partition("-")[0]
        if language in liked:
            liked[language] = max(liked[language], weight)
    return "en" if liked["en"] > liked["ja"] else "ja"
