"""Codes of 6 digits where records hold 5."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.records.codes import check_digit, with_short_codes


@pytest.mark.parametrize(
    ("code", "digit"), [("01204", "1"), ("06209", "0"), ("01000", "6"), ("13101", "6"), ("47382", "1")]
)
def test_check_digits_are_those_of_the_official_table(code: str, digit: str) -> None:
    """The sixth digit follows from the first five."""
    assert check_digit(code) == digit


def test_codes_are_cut_wherever_they_stand() -> None:
    """Codes of publisher, makers and coverage are cut to 5 digits, other texts are not."""
    long = {
        "page": {"page_id": "012041"},
        "plans": [{"makers": [{"code": "012041"}], "coverage": {"codes": ["062090", "01000"]}}],
    }
    short = {
        "page": {"page_id": "012041"},
        "plans": [{"makers": [{"code": "01204"}], "coverage": {"codes": ["06209", "01000"]}}],
    }
    assert with_short_codes(long) == short


@settings(deadline=None)
@given(st.from_regex(r"\A[0-9]{5}\Z"), st.integers(1, 9))
def test_a_wrong_check_digit_is_never_dropped(code: str, shift: int) -> None:
    """A mistyped code stays as it is, so that it is refused."""
    wrong = str((int(check_digit(code)) + shift) % 10)
    assert with_short_codes({"code": code + wrong}) == {"code": code + wrong}
