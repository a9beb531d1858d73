"""Hostile and huge pages as processes: within 256 MB and some seconds, or a message that names the limit."""

import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.reading import Lexicon, read_page
from saisei_lod.reading.containers.limits import PLANS

MEGABYTES = 256
#: Of a machine that does other things too; ten on one that does not.
SECONDS = 40
HEAD = '<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><body><h1>地域再生計画</h1>'
COLUMNS = "<table><tr><th>認定年月日</th><th>作成主体</th><th>計画の名称</th><th>支援措置</th></tr>"


def row(number: int) -> str:
    """Return the row of a plan."""
    cells = ("令和2年3月30日(第55回)", "旭川市", f"旭川市{number}番目の計画", "地方創生推進交付金")
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def rows(count: int) -> str:
    """Return the rows of some plans."""
    return "".join(map(row, range(count)))


def pdf(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """Return a PDF of one page."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%b>>>>" % resources,
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
        *more,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content_of in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content_of)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(out))
    )


LOOP = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 6>>stream\n/X Do \nendstream"
ENTITIES = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><body><p>&b;</p><p>計画</p>'
CASES: dict[str, tuple[str, Callable[[], bytes | str], str]] = {
    "nested tables": ("page.html", lambda: HEAD + "<table><tr><td>" * 10_000, "nesting depth"),
    "a row span without end": (
        "page.html",
        lambda: HEAD + COLUMNS + "<tr><td>a</td><td rowspan=100000 colspan=1000>b</td></tr>" + rows(2000),
        "number of table cells",
    ),
    "entities": ("page.html", lambda: ENTITIES, ""),
    "mixed encodings": ("page.html", lambda: HEAD.encode() * 9 + "海の計画".encode("euc_jp") * 99, "is not utf-8"),
    "binary": ("page.html", lambda: bytes(range(256)) * 999, "not read (binary)"),
    "no plan": ("page.html", lambda: HEAD + "<p>ごみは朝に出してください。</p>", "no-plan-found"),
    "5,000 plans": ("page.html", lambda: HEAD + COLUMNS + rows(5000), ""),
    "20,000 plans": ("page.html", lambda: HEAD + COLUMNS + rows(20_000), "number of plans"),
    "100,000 links": ("page.html", lambda: HEAD + "<p>" + '<a href="x.pdf">計画</a>' * 100_000, ""),
    "labels without end": ("page.txt", lambda: "計画名:海の計画\n認定日:令和2年3月30日\n" * 60_000, "number of plans"),
    "a PDF that contains itself": ("page.pdf", lambda: pdf(b"/X Do", b"/XObject<</X 5 0 R>>", LOOP), "no text"),
    "a PDF that swells": ("page.pdf", lambda: pdf(b"BT (a) Tj ET " * 6_000_000), "A limit of reading was passed"),
}  # fmt: skip
#: A small process between: the peak of a large parent would be counted for its child.
LAUNCHER = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(usage.ru_maxrss // 1024, usage.ru_utime)
"""


@pytest.mark.slow
@pytest.mark.parametrize("case", list(CASES))
def test_a_bad_page_is_bounded(case: str, tmp_path: Path) -> None:
    """Memory and time stay bounded, no traceback is shown, and what was not read is told."""
    name, made, told = CASES[case]
    page = tmp_path / name
    data = made()
    page.write_bytes(data if isinstance(data, bytes) else data.encode())
    command = [sys.executable, "-m", "saisei_lod", "read", str(page), "--format", "json", "--lang", "en"]
    done = subprocess.run(
        [sys.executable, "-c", LAUNCHER, *command], capture_output=True, text=True, check=True
    )
    peak, seconds = map(float, done.stdout.split())
    assert "Traceback" not in done.stderr
    assert told in done.stderr
    assert seconds < SECONDS
    assert peak < MEGABYTES


def test_more_plans_than_any_page_has_are_refused(lexicon: Lexicon) -> None:
    """The message names the limit, before anything is interpreted."""
    data = (HEAD + COLUMNS + rows(PLANS.most + 1)).encode()
    with pytest.raises(InputError, match="number of plans, 15,001"):
        read_page(data, name="page.html", lexicon=lexicon)
