"""Spell parts of a reference page in Markdown."""

from collections.abc import Iterable, Sequence

__all__ = ["anchor", "cell", "notice", "table"]


def notice(*sources: str) -> str:
    """Return the first line of a derived page, which readers of the rendered page do not see.

    >>> notice("a.ttl")
    '<!-- Derived from a.ttl by `saisei derive`: change that, then derive again. -->'
    """
    return (
        f"<!-- Derived from {' and '.join(sources)} by `saisei derive`: change that, then derive again. -->"
    )


def cell(text: str) -> str:
    r"""Return a text as it can stand in a cell of a table.

    >>> print(cell("a | b"))
    a \| b
    """
    return text.replace("|", "\\|").replace("\n", " ")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, "" where it would have no row.

    >>> print(table(["a", "b"], [["1", "2"]]))
    | a | b |
    |---|---|
    | 1 | 2 |
    <BLANKLINE>
    """
    lines = [f"| {' | '.join(map(cell, row))} |\n" for row in rows]
    if not lines:
        return ""
    return "".join([f"| {' | '.join(headings)} |\n", f"|{'---|' * len(headings)}\n", *lines])


def anchor(name: str) -> str:
    """Return an anchor to link to, by the name of a term or scheme.

    >>> anchor("saisei:Plan")
    '<a id="Plan"></a>'
    """
    return f'<a id="{name.rpartition(":")[2]}"></a>'
