"""A city hall's desk: records in a folder, a workbook of them, and an officer who edits its cells."""

from collections.abc import Callable
from difflib import ndiff
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from saisei_lod.sheets import Proposal, gather, propose, store, to_xlsx

RECORD = """\
# 記録の頭の注釈
page:
  title: 地域再生計画  # ページの題名
  publisher: {code: "06209", name: 長井市}
  source: 06209-680
  last_updated: "2023-07-14"
  sha256: "414fb95844eb3561b0665de67e4d9b1ac0452d96eae5c05be2ba5e5916ce6857"
  contact:
    phone: "0238-87-0714"
  evidence:
    contact.phone: {rule: page-contact, at: "40-52"}
plans:
  # 一つ目の計画
  - id: r036-06209-c6e55eea
    title: 山の港町の計画   # 短くした名称
    status: current
    certification: {date: "2016-03-15", date_basis: stated, round: 36, round_basis: stated}  # 官報で確認
    amendments:
      - {date: "2016-08-30", date_basis: stated, round: 39, round_basis: inferred, kind: unspecified}
      # 月しか分からない
      - {date: "2021-03", kind: amendment}
    period: {start: "2016-03-15", end: "2021-03-31"}
    makers:
      - {code: "06209", name: 長井市, basis: implied}
      - {code: "01204", name: 旭川市}
    coverage:
      kind: whole
      codes: ["06209", "01204"]
      text: 長井市及び旭川市の全域
    schemes: [suishin]
    documents:
      - {format: PDF, size_text: "310キロバイト"}
    indicators:
      - name: 観光客数
        unit: 千人
        values:
          - {year: 平成27年度, value: "1,200", role: base}
          - {year: 令和2年度, value: "1,500", role: final}
      - name: 移住者数
    amounts:
      - {name: 事業費, yen: 12000000, text: 1200万円}
    summary: |-
      一行目。
      二行目。
    printed:
      certification: 平成28年3月15日(第36回)認定
    own:
      summary_ja: 港町の計画。
    evidence:
      title: {rule: title-words, at: "3-10"}
      certification.date: {rule: era-date, value: "2016-03-15", at: "20-30", words: 平成28年3月15日}
      amendments.2016-08-30.date: {rule: era-date, value: "2016-08-30", at: "40-50", words: 平成28年8月30日}
      amendments.2016-08-30.kind: {rule: event-unspecified, value: unspecified, at: "40-52", words: 平成28年8月30日変更}
      makers.06209: {rule: publisher-implied, value: "06209"}
      "documents[0].format": {rule: file-note, at: "60-63"}

  - id: r055-06209-1e26ffa3
    title: パラレルワークの計画
    certification: {date: "2020-03-30", round: 55}
    makers:
      - {code: "06209", name: 長井市}
    schemes: [suishin, kigyou]
"""
FIRST, SECOND = "r036-06209-c6e55eea", "r055-06209-1e26ffa3"
FILE = "06209-680.yaml"


class Desk:
    """The folder of records, the workbook, and what an officer does with it."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        (self.data / "plans").mkdir(parents=True)
        self.record = self.data / "plans" / FILE
        self.record.write_text(RECORD, encoding="utf-8")
        self.file = folder / "F.xlsx"
        self.book: Any = None

    def write(self) -> "Desk":
        """Write the workbook and open it as the officer does."""
        self.file.write_bytes(to_xlsx(gather(self.data)))
        self.book = openpyxl.load_workbook(self.file)
        return self

    def column(self, sheet: str, heading: str) -> int:
        """Return the place of a column by its heading."""
        return int(next(cell.column for cell in self.book[sheet][1] if cell.value == heading))

    def row(self, sheet: str, key: str, number: str = "") -> int:
        """Return the row of a plan, or of an item of it."""
        found = self.book[sheet]
        for row in range(3, found.max_row + 1):
            said = found.cell(row, self.column(sheet, "計画キー")).value
            if said == key and (not number or found.cell(row, self.column(sheet, "番号")).value == number):
                return row
        raise LookupError(key)

    def cell(self, sheet: str, row: int, heading: str) -> Any:
        """Return a cell by its row and the heading of its column."""
        return self.book[sheet].cell(row, self.column(sheet, heading))

    def enter(self, sheet: str, row: int, **values: object) -> "Desk":
        """Type values into a row, by the headings of their columns."""
        for heading, value in values.items():
            self.cell(sheet, row, heading).value = value
        return self

    def add(self, sheet: str, **values: object) -> "Desk":
        """Type values into the first empty row."""
        return self.enter(sheet, self.book[sheet].max_row + 1, **values)

    def propose(self) -> Proposal:
        """Save the workbook and hold it against the records."""
        self.book.save(self.file)
        return propose(self.file, self.data)

    def apply(self) -> str:
        """Save the workbook, apply it, and return the lines of the record that changed, with - and +."""
        proposal = self.propose()
        assert [finding.message.en for finding in proposal.problems] == []
        store(proposal.files)
        return changed_lines(RECORD, self.record.read_text(encoding="utf-8"))


def changed_lines(before: str, after: str) -> str:
    """Return the lines taken out and put in, without their places."""
    return "\n".join(
        line[0] + line[2:] for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with one record file of two plans, its workbook written and open."""
    return Desk(tmp_path).write()


@pytest.fixture
def new_desk(tmp_path: Path) -> Callable[[], Desk]:
    """What sets up a desk whose workbook is not written yet."""
    return lambda: Desk(tmp_path)


@pytest.fixture
def codes() -> Callable[[Proposal], list[str]]:
    """What gives the codes of all that was found, in order."""
    return lambda proposal: [finding.code for finding in proposal.findings]
