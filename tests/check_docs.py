"""Check that every relative link in the documentation leads to a file that exists, and to a heading in it."""

import re
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
LINK: Final = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
FENCE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
ANCHOR: Final = re.compile(r"<a (?:id|name)=\"([^\"]+)\"")
HEADING: Final = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)


def pages() -> list[Path]:
    """Return every Markdown page of the repository."""
    return sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/**/*.md")])


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page: those of its headings, as code hosts make them, and those written out."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)
    }
    return headings | set(ANCHOR.findall(text))


def broken(page: Path) -> list[str]:
    """Return a line for each link of the page that leads nowhere."""
    found = []
    for target in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        path, _, anchor = target.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        goal = (page.parent / path).resolve() if path else page
        if not goal.exists():
            found.append(f"{page.relative_to(ROOT)}: no such file: {target}")
        elif anchor and goal.suffix == ".md" and anchor not in anchors(goal):
            found.append(f"{page.relative_to(ROOT)}: no such heading: {target}")
    return found


if __name__ == "__main__":
    problems = [line for page in pages() for line in broken(page)]
    print("\n".join(problems) or f"{len(pages())} pages: every link leads somewhere")  # noqa: T201 - a script
    sys.exit(bool(problems))
