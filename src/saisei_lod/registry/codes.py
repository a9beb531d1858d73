"""Codes of local governments: check digits, six digits and corporate numbers."""

from typing import Final

from saisei_lod.errors import Bilingual, UsageError

__all__ = ["check_digit", "corporate_number", "five_digits", "six_digits"]

_WEIGHTS: Final = (6, 5, 4, 3, 2)


def check_digit(code: str) -> str:
    """Return the check digit of a 5-digit code (全国地方公共団体コード仕様, 総務省).

    The last digit of 11 − ((6a + 5b + 4c + 3d + 2e) mod 11).

    >>> check_digit("01204")
    '1'
    """
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, code, strict=True))
    return str(11 - total % 11)[-1]


def six_digits(code: str) -> str:
    """Return a 5-digit code with its check digit, as 総務省 prints it.

    >>> six_digits("06209")
    '062090'
    """
    return code + check_digit(code)


def corporate_number(code: str) -> str:
    """Return the 13-digit 法人番号 of a prefecture or municipality from its 5-digit code.

    A check digit before 000020 and the six digits (法人番号の指定等に関する省令 2条; of local
    governments the number is 会社法人等番号-like 000020 + code). A ward of a designated city has none.

    >>> corporate_number("01204")
    '9000020012041'
    """
    digits = "000020" + six_digits(code)
    total = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return str(9 - total % 9) + digits


def five_digits(code: str) -> str:
    """Return the 5-digit code of 5 or 6 digits; refuse another form or a wrong check digit.

    >>> five_digits("012041")
    '01204'
    """
    if not (code.isascii() and code.isdigit() and len(code) in {5, 6}):
        raise UsageError(
            Bilingual(
                f"団体コードの形ではありません: {code!r}", f"This is not a local government code: {code!r}"
            ),
            expected=Bilingual(
                "5桁、または検査数字を含む6桁の数字（例 01204、012041）",
                "5 digits, or 6 with the check digit (01204, 012041)",
            ),
            todo=Bilingual(
                "先頭の 0 が落ちていないか確かめてください。", "See whether a leading 0 was lost."
            ),
        )
    if len(code) == len(_WEIGHTS):
        return code
    if code[5] != check_digit(code[:5]):
        raise UsageError(
            Bilingual(
                f"団体コードの検査数字が違います: {code}", f"The check digit of this code is wrong: {code}"
            ),
            expected=Bilingual(f"{six_digits(code[:5])}", f"{six_digits(code[:5])}"),
            todo=Bilingual("コードの数字を確かめてください。", "Check the digits of the code."),
        )
    return code[:5]
