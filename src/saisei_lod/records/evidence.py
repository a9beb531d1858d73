"""Read the evidence that a record keeps: spans of the decoded text, and the words in each of them."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from saisei_lod.records.model import Evidence
from saisei_lod.text import joined, joints

__all__ = ["CORRECTED", "Quote", "as_evidence", "as_read", "event_path", "quotes", "read_value"]

#: The rule of a value that a person gave and that no page is known to say; the value as read is "".
CORRECTED: Final = "corrected-by-hand"


class Quote(NamedTuple):
    """A span of the decoded text, half-open, in code points, and the words that stand there."""

    start: int
    end: int
    words: str


def as_evidence(rule: str, value: str, found: Sequence[Quote]) -> Evidence:
    """Return the evidence of a value; words that are the value itself are not said twice.

    >>> as_evidence("title-words", "港の計画", [Quote(3, 7, "港の計画")])
    Evidence(rule='title-words', value=None, at='3-7', words=None)
    """
    at = " ".join([f"{quote.start}-{quote.end}" for quote in found])
    words = [quote.words for quote in found]
    if words and joined(words) == value:
        return Evidence(rule=rule, at=at)
    return Evidence(rule=rule, value=value, at=at, words="\n".join(words) or None)


def read_value(evidence: Evidence, value: str) -> str:
    """Return the value as it was read: that of the record unless the evidence tells another one.

    Evidence without a value of its own tells one by its length alone: where the record's value has
    another length than the spans, a person changed it, and "" is returned.
    """
    if evidence.value is not None or not evidence.at:
        return value if evidence.value is None else evidence.value
    return value if list(_cut(evidence, value)) else ""


def quotes(evidence: Evidence, value: str) -> list[Quote]:
    """Return the spans of some evidence with their words, cut out of the value where they are the value.

    ``value`` is the record's. A value that a person changed gives no words.

    >>> quotes(Evidence(rule="title-words", at="3-5 9-11"), "港の計画")
    [Quote(start=3, end=5, words='港の'), Quote(start=9, end=11, words='計画')]
    """
    if evidence.words is None:
        return list(_cut(evidence, value))
    words = evidence.words.split("\n")
    spans = list(_spans(evidence))
    return [Quote(*span, said) for span, said in zip(spans, words, strict=len(spans) == len(words))]


def as_read(evidence: Evidence, value: str) -> Evidence:
    """Return evidence that tells the value and words which it left to the record, whose value will be another.

    ``value`` is the record's as long as it is the one that was read.

    >>> as_read(Evidence(rule="title-words", at="3-7"), "港の計画").value
    '港の計画'
    """
    if evidence.rule == CORRECTED or evidence.value is not None:
        return evidence
    words = "\n".join(quote.words for quote in quotes(evidence, value))
    return msgspec.structs.replace(evidence, value=value, words=words or None)


def event_path(label: str, number: int) -> str:
    """Return the path of an amendment by its label and its number among those of the label.

    >>> event_path("2020-03-30", 2)
    'amendments.2020-03-30-2'
    """
    return f"amendments.{label}" + (f"-{number}" if number > 1 else "")


def _spans(evidence: Evidence) -> Iterator[tuple[int, int]]:
    for span in evidence.at.split():
        start, _, end = span.partition("-")
        yield int(start), int(end)


def _cut(evidence: Evidence, value: str) -> Iterator[Quote]:
    """Yield the words of spans that make up the value; nothing where their lengths do not fit it."""
    spans = list(_spans(evidence))
    words = []
    place = 0
    for start, end in spans:
        place += value[place : place + 1] == " "
        words.append(value[place : place + end - start])
        place += end - start
    if place == len(value) and joined(words) == value and len(list(joints(words))) == len(spans):
        for (start, end), said in zip(spans, words, strict=True):
            yield Quote(start, end, said)
