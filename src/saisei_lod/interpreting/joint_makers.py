"""Makers that words name beside the page's own government: ※湯沢市、羽後町との広域連携事業, 本市及び勝山市.

Who says that a plan was made together with others has made it too, and 本市 is who says it.
"""

import re
from typing import Final

from saisei_lod.interpreting.making import Making
from saisei_lod.reading import Field, Notice
from saisei_lod.records.model import Maker, Publisher
from saisei_lod.text import levelled

__all__ = ["with_publisher"]

#: The list of the others is followed by a word for what was done with them.
_WITH: Final = re.compile(
    r"[都道府県市区町村](?:\([^()]{1,20}\))?と(?:の)?(?:共同|広域連携|連携|連名|合同|一緒|ともに|共に)"
)
_OTHERS: Final = re.compile(r"共同|連携|連名")
_SELF: Final = re.compile(r"(?:本|当)?(?:都|道|府|県|市|区|町|村)(?:単独)?\Z")


def with_publisher(made: Making, notice: Notice, publisher: Publisher) -> Making:
    """Return the makers with the publisher among them, where the words say so; it is implied.

    >>> from saisei_lod.records.model import Coverage
    >>> city = Publisher(code="18205", name="大野市")
    >>> made = with_publisher(Making([Maker(name="本市")], Coverage(), False, None), Notice("", {}, (1, 1), frozenset()), city)
    >>> [(maker.code, maker.basis) for maker in made.makers]
    [('18205', 'implied')]
    """
    if publisher.code is None:
        return made
    itself = Maker(code=publisher.code, name=publisher.name, basis="implied")
    makers = [itself if _is_itself(maker) else maker for maker in made.makers]
    is_joint = made.part is not None and (_WITH.search(levelled(made.part.text)) or _are_the_others(notice))
    if is_joint and itself.code not in {maker.code for maker in makers}:
        makers = [itself, *makers]
    if makers == made.makers:
        return made
    return made._replace(makers=makers, is_complete=all(maker.code for maker in makers))


def _is_itself(maker: Maker) -> bool:
    return maker.code is None and bool(_SELF.match(levelled(maker.name or "")))


def _are_the_others(notice: Notice) -> bool:
    """Tell whether the column or label over the makers names those beside another: 連携自治体."""
    part = notice.first(Field.MAKERS)
    return part is not None and bool(_OTHERS.search(part.label)) and "主体" not in part.label
