"""The licences that a publication can name, as each kind of catalogue knows them."""

from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual

__all__ = ["Licence", "licence_of"]

_EU: Final = "http://publications.europa.eu/resource/authority/licence/"
_ADMS: Final = "http://purl.org/adms/licencetype/"
_BY: Final = "https://creativecommons.org/licenses/by/4.0/"
_BY_SA: Final = "https://creativecommons.org/licenses/by-sa/4.0/"
_ZERO: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
_PDL: Final = "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0"


class Licence(NamedTuple):
    """A licence: its address, its name, and what it is called elsewhere.

    ``ckan_title`` is the title of the same licence in CKAN's register, by which its DCAT parser knows it,
    ``ckan_id`` the id there (``other-at`` is any that asks for attribution). ``eu`` is the IRI in the EU's
    authority table, which has none for PDL. ``spdx`` is the id that Data Package and others use.
    """

    url: str
    name: Bilingual
    ckan_title: str
    ckan_id: str
    kind: str
    eu: str
    spdx: str


_LICENCES: Final = (
    Licence(
        _BY,
        Bilingual("クリエイティブ・コモンズ 表示 4.0 国際", "Creative Commons Attribution 4.0 International"),
        "Creative Commons Attribution",
        "cc-by",
        f"{_ADMS}Attribution",
        f"{_EU}CC_BY_4_0",
        "CC-BY-4.0",
    ),
    Licence(
        _BY_SA,
        Bilingual(
            "クリエイティブ・コモンズ 表示-継承 4.0 国際",
            "Creative Commons Attribution-ShareAlike 4.0 International",
        ),
        "Creative Commons Attribution Share-Alike",
        "cc-by-sa",
        f"{_ADMS}ViralEffect-ShareAlike",
        f"{_EU}CC_BYSA_4_0",
        "CC-BY-SA-4.0",
    ),
    Licence(
        _ZERO,
        Bilingual("CC0 1.0 全世界", "CC0 1.0 Universal"),
        "Creative Commons CCZero",
        "cc-zero",
        f"{_ADMS}PublicDomain",
        f"{_EU}CC0",
        "CC0-1.0",
    ),
    Licence(
        _PDL,
        Bilingual("公共データ利用規約(第1.0版)", "Public Data License 1.0"),
        "Public Data License 1.0",
        "other-at",
        f"{_ADMS}Attribution",
        "",
        "other-at",
    ),
)


def licence_of(url: str) -> Licence:
    """Return a licence by its address, one of those that publication.toml can name.

    >>> licence_of("https://creativecommons.org/licenses/by/4.0/").ckan_id
    'cc-by'
    """
    return next(licence for licence in _LICENCES if licence.url == url)
