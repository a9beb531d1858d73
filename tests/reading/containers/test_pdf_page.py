"""PDFs with text: lines, tables, pages; what is no such PDF is refused."""

import zlib
from collections.abc import Sequence

import pytest

from saisei_lod.errors import InputError
from saisei_lod.reading import PageText
from saisei_lod.reading.containers.pdf_page import read_pdf

#: A font of Adobe's Japanese collection, which every viewer knows without its outlines.
FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UTF16-H /DescendantFonts"
    " [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /DW 1000"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>] >>"
)
RESOURCES = f"/Resources << /Font << /F1 {FONT} >> /XObject << /X0 3 0 R >> >>"


def at(x: float, y: float, text: str) -> str:
    """Return the operators that print a text."""
    return f"BT /F1 10 Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Return the operators that draw a grid."""
    across = [f"{xs[0]} {y} m {xs[-1]} {y} l S" for y in ys]
    return "\n".join([*across, *(f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs)])


def made(*contents: str, trailer: str = "", form: str = "") -> bytes:
    """Return a PDF with a page for each content stream; object 3 is a form that they may show."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>",
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] {RESOURCES} /Length {len(form)} >>\nstream\n{form}\nendstream",
    ]
    for number, content in enumerate(contents):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {RESOURCES} /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    return numbered(objects, trailer)


def numbered(objects: Sequence[str], trailer: str = "") -> bytes:
    """Return a PDF of these objects, from number 1."""
    pdf = "%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(f"{len(pdf):010} 00000 n \n")
        pdf += f"{number} 0 obj\n{content}\nendobj\n"
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{''.join(places)}"
    end = f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(pdf)}\n%%EOF\n"
    return (pdf + table + end).encode("latin-1")


def grid(page: PageText) -> list[list[str]]:
    """Return the texts of the grid of the first table."""
    return [[cell.part.lines_text if cell.part else "" for cell in row] for row in page.tables[0].grid()]


def test_lines_come_in_reading_order_with_their_page() -> None:
    """A line is found by its page and its place there; the decoded text holds it at its start."""
    page = read_pdf(made(at(50, 700, "計画の名称"), at(50, 600, "二") + at(50, 650, "一")), "plan.pdf")
    assert [(line.text, page.place(line.number)) for line in page.lines] == [
        ("計画の名称", ("1", 1)),
        ("一", ("2", 1)),
        ("二", ("2", 2)),
    ]
    assert all(page.decoded[line.start :].startswith(line.text) for line in page.lines)
    assert page.tables == ()


def test_a_ruled_table_is_a_table() -> None:
    """Cells keep the lines that they are broken into; lines around the table stand before and behind."""
    content = ruled([50, 200, 400], [700, 650, 600]) + at(50, 750, "前") + at(50, 550, "後")
    content += (
        at(60, 670, "認定日")
        + at(210, 670, "名称")
        + at(60, 630, "令和2年")
        + at(60, 610, "(第55回)")
        + at(210, 620, "甲")
    )
    page = read_pdf(made(content), "plan.pdf")
    assert grid(page) == [["認定日", "名称"], ["令和2年\n(第55回)", "甲"]]
    assert [line.text for line in page.lines] == ["前", "認定日", "名称", "令和2年", "(第55回)", "甲", "後"]


def test_merged_cells_are_told_by_their_rules() -> None:
    """A cell without a rule through it spans the rows or columns that others begin in."""
    content = (
        "50 700 m 400 700 l S 200 650 m 400 650 l S 50 600 m 400 600 l S "
        "50 700 m 50 600 l S 200 700 m 200 600 l S 300 650 m 300 600 l S 400 700 m 400 600 l S "
    )
    content += at(60, 640, "名称") + at(210, 670, "期間") + at(210, 620, "始") + at(310, 620, "終")
    page = read_pdf(made(content), "plan.pdf")
    assert grid(page) == [["名称", "期間", "期間"], ["名称", "始", "終"]]


def test_a_table_goes_on_over_pages() -> None:
    """Rows at the top of the next page belong to it; a header printed again is no row."""
    rules = ruled([50, 200, 400], [700, 650, 600])
    head = at(60, 670, "名称") + at(210, 670, "日")
    first = rules + head + at(60, 620, "甲") + at(210, 620, "一") + at(300, 20, "- 1 -")
    second = rules + head + at(60, 620, "乙") + at(210, 620, "二")
    page = read_pdf(made(first, second), "plan.pdf")
    assert grid(page) == [["名称", "日"], ["甲", "一"], ["乙", "二"]]
    assert len(page.tables) == 1
    texts = {line.number: line.text for line in page.lines}
    assert [texts[number] for number in page.tables[0].rules] == ["名称", "日"]


def test_a_scan_is_refused() -> None:
    """A PDF without text says what to do."""
    with pytest.raises(InputError) as raised:
        read_pdf(made("10 10 100 100 re f"), "scan.pdf")
    assert "OCR" in raised.value.text("ja")


def test_a_page_without_text_among_others_is_told() -> None:
    """The rest is read; the page's number stands in the finding."""
    (finding,) = read_pdf(made(at(50, 700, "計画"), "10 10 100 100 re f"), "plan.pdf").findings
    assert (finding.code, finding.text) == ("leaf-without-text", "2")


def test_a_password_is_told() -> None:
    """A PDF that asks for a password cannot be read."""
    encrypt = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}> >> /ID [<00> <00>]"
    )
    with pytest.raises(InputError, match="password"):
        read_pdf(made(at(50, 700, "x"), trailer=encrypt), "plan.pdf")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
        numbered(["<< /Type /Catalog /Pages 9 0 R >>"]),
        numbered(["<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>"]),
        numbered(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]),
    ],
)
def test_damaged_and_looping_pdfs_are_refused(data: bytes) -> None:
    """Whatever is wrong inside, the message is one of ours."""
    with pytest.raises(InputError, match=r"plan\.pdf"):
        read_pdf(data, "plan.pdf")


def test_a_form_that_shows_itself_does_no_harm() -> None:
    """A loop of forms ends in a message, or is skipped."""
    data = made(at(50, 700, "x") + " /X0 Do", form="/X0 Do /X0 Do")
    try:
        page = read_pdf(data, "plan.pdf")
    except InputError as error:
        message = error.text("en")
        assert "plan.pdf" in message
    else:
        assert [line.text for line in page.lines] == ["x"]


@pytest.mark.slow
def test_a_reference_that_leads_to_itself_meets_the_limit_of_time() -> None:
    """The library goes round in circles; its process is ended."""
    data = numbered(["<< /Type /Catalog /Pages 2 0 R >>", "2 0 R"])
    with pytest.raises(InputError, match="time to read the PDF"):
        read_pdf(data, "plan.pdf")


@pytest.mark.slow
def test_a_stream_that_swells_meets_the_limit_of_memory() -> None:
    """Some kilobytes that unpack to a gigabyte are refused, and the memory is never taken."""
    packer = zlib.compressobj(1)
    once = b"".join(packer.compress(bytes(10_000_000)) for _ in range(100)) + packer.flush()
    swollen = zlib.compress(once, 9)
    head = f"<< /Length {len(swollen)} /Filter [/FlateDecode /FlateDecode] >>"
    pages = "<< /Type /Pages /Count 1 /Kids [4 0 R] >>"
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {RESOURCES} /Contents 3 0 R >>"
    stream = f"{head}\nstream\n{swollen.decode('latin-1')}\nendstream"
    with pytest.raises(InputError, match="memory to read the PDF"):
        read_pdf(numbered(["<< /Type /Catalog /Pages 2 0 R >>", pages, stream, page]), "plan.pdf")
