import pytest

from saisei_lod.errors import UsageError
from saisei_lod.registry import check_digit, corporate_number, five_digits, load, six_digits


@pytest.mark.parametrize(
    ("code", "digit"),
    [("01000", "6"), ("01204", "1"), ("06209", "0"), ("13101", "6"), ("14150", "0"), ("47382", "1")],
)
def test_check_digit_is_that_of_the_ministry(code: str, digit: str) -> None:
    """Check digits are those that the ministry's list prints."""
    assert digit == check_digit(code)


@pytest.mark.parametrize(
    ("code", "number"),
    [("01204", "9000020012041"), ("06209", "4000020062090"), ("01000", "7000020010006")],
)
def test_corporate_number_is_made_of_the_six_digits(code: str, number: str) -> None:
    """The 法人番号 of a local government is a check digit, 000020 and its six digits."""
    assert number == corporate_number(code)


def test_six_digits_lead_back_to_five() -> None:
    """Every code of the registry survives the way to six digits and back."""
    codes = list(load().governments)
    assert codes == [five_digits(six_digits(code)) for code in codes]


@pytest.mark.parametrize("text", ["", "1204", "0120411", "０１２０４", "01204a", "abcde"])
def test_other_forms_are_refused(text: str) -> None:
    """What is not five or six ASCII digits is refused with what was expected."""
    with pytest.raises(UsageError, match="5 digits, or 6"):
        five_digits(text)


def test_wrong_check_digit_is_refused_with_the_right_one() -> None:
    """A wrong check digit is refused, and the message holds the right code."""
    with pytest.raises(UsageError, match="012041"):
        five_digits("012042")
