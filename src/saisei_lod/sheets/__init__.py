"""Records as workbooks that officers correct in Excel, and back into the record files.

``gather`` finds the records of a local government, ``to_xlsx`` writes them; ``propose`` reads a workbook
that comes back and says what would change, ``store`` writes the changes. ``layout`` is the one table of
sheets and columns.
"""

from saisei_lod.sheets.applying.corrections import Correction, as_text
from saisei_lod.sheets.applying.proposing import Proposal, propose
from saisei_lod.sheets.files.storing import store
from saisei_lod.sheets.gathering import MOST_PLANS, city_code, gather, named
from saisei_lod.sheets.writing.workbook import ALL, to_xlsx

__all__ = [
    "ALL",
    "MOST_PLANS",
    "Correction",
    "Proposal",
    "as_text",
    "city_code",
    "gather",
    "named",
    "propose",
    "store",
    "to_xlsx",
]
