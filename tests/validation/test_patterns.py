import pytest

from saisei_lod.validation.patterns import searcher


@pytest.mark.parametrize(
    ("pattern", "flags", "text", "matches"),
    [
        ("a", "", "bab", True),
        ("^a", "", "ba", False),
        ("A", "i", "a", True),
        ("^b$", "m", "a\nb\nc", True),
        ("a.b", "", "a\nb", False),
        ("a.b", "s", "a\nb", True),
        ("a b", "x", "ab", True),
        ("a$", "", "a\n", False),
        ("a$", "", "a", True),
        (r"a\$", "", "a$", True),
        ("[$]", "", "$", True),
        ("[]$]a", "", "$a", True),
        (r"[^\]$]", "", "$", False),
        (r"^\S(.*\S)?$", "", "題名\n", False),
        ("a", "?", "a", True),
    ],
)
def test_patterns_are_searched(pattern: str, flags: str, text: str, matches: bool) -> None:  # noqa: FBT001 - a row
    """Anywhere in the text; ``$`` is its very end, and only outside of classes; other flags are ignored."""
    search = searcher(pattern, flags)
    assert search is not None
    assert (search(text) is not None) == matches


@pytest.mark.parametrize("pattern", ["(", "[", "*", "(?P<a", "a{99999999999}"])
def test_what_is_no_pattern_is_told(pattern: str) -> None:
    """The caller says where it stands."""
    assert searcher(pattern, "") is None
