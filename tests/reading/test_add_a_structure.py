"""The worked example of docs/how-to/add-a-structure.md."""

import contextlib
import io
import re
from pathlib import Path

_PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-structure.md"
_BLOCK = re.compile(r"```(python|text)\n(.*?)```", re.DOTALL)


def test_the_worked_example_prints_what_the_page_says() -> None:
    """The Python of the page, run from top to bottom, prints its second to last block of text."""
    blocks = _BLOCK.findall(_PAGE.read_text(encoding="utf-8"))
    source = "\n".join(code for language, code in blocks if language == "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(source, str(_PAGE), "exec"), {})  # noqa: S102 - the page's own example
    assert printed.getvalue() == [code for language, code in blocks if language == "text"][1]
