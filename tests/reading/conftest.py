"""What the tests of reading share: words to cut cells by, and lines made from text."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Line
from saisei_lod.reading.plain_text import read_text


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
