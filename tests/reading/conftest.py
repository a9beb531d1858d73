"""What the tests of reading share: words to cut cells by, and lines made from text."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Line, Notice, PageText
from saisei_lod.reading.containers.html_page import read_html
from saisei_lod.reading.containers.plain_text import read_text


class FewWords:
    """A lexicon of a handful of words, so that reading is tested without registry and vocabulary."""

    schemes = frozenset(
        {
            "地方創生推進交付金",
            "企業版ふるさと納税",
            "地方創生推進交付金及び企業版ふるさと納税",
            "道整備交付金",
        }
    )
    governments = frozenset({"花巻市", "遠野市", "釜石市", "住田町", "岩手県", "北上市"})

    def names_schemes(self, text: str) -> bool:
        """Tell whether every word is a scheme."""
        words = text.split()
        return bool(words) and ("".join(words) in self.schemes or all(word in self.schemes for word in words))

    def names_governments(self, text: str) -> bool:
        """Tell whether every item ends with a known name."""
        items = text.replace("及び", "、").replace("並びに", "、").removesuffix("の全域").split("、")
        return all(any(item.endswith(name) for name in self.governments) for item in items)


@pytest.fixture(scope="session")
def lexicon() -> FewWords:
    """A lexicon of a few schemes and governments."""
    return FewWords()


@pytest.fixture(scope="session")
def lines() -> Callable[[str], Sequence[Line]]:
    """Return a function from a text to its lines."""
    return lambda text: read_text(text.encode(), "page.txt").lines


@pytest.fixture(scope="session")
def page() -> Callable[[str], PageText]:
    """Return a function from the body of an HTML page to the page."""
    return lambda body: read_html(f"<!DOCTYPE html><body>{body}</body>".encode(), "page.html")


@pytest.fixture(scope="session")
def words() -> Callable[[Notice], dict[str, list[str]]]:
    """Return a function from a notice to the words of each of its fields."""
    return lambda notice: {
        field.value: [part.text for part in parts] for field, parts in notice.parts.items()
    }
