"""The errors that stop the work, each a sentence of what, where, what was expected and what to do.

    SaiseiError
    ├── InputError          a file or stream that cannot be read as what it should be   exit 2
    │   └── RecordError     a record file with a wrong field, key or value              exit 2
    ├── UsageError          a wrong option, name or combination of options              exit 2
    ├── EnvironmentFault    disk full, folder not writable, file in the way, locked     exit 2
    ├── ReleaseRejected     violations stop a release                                   exit 1
    └── VerificationFailed  a release is not what its manifest says                     exit 1

What does not stop the work is a :class:`saisei_lod.findings.Finding`, which is a value.
"""

from collections.abc import Sequence
from typing import Any, ClassVar, Final, Literal, NamedTuple

__all__ = [
    "Bilingual",
    "EnvironmentFault",
    "InputError",
    "Language",
    "RecordError",
    "ReleaseRejected",
    "SaiseiError",
    "UsageError",
    "VerificationFailed",
]

Language = Literal["ja", "en"]


class Bilingual(NamedTuple):
    """One text in Japanese and in English."""

    ja: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the text in the language asked for."""
        return self.ja if language == "ja" else self.en

    def filled(self, **data: object) -> "Bilingual":
        """Return the text with its ``{name}`` places filled from ``data``, in both languages.

        >>> Bilingual("{n} 件", "{n} plans").filled(n=3).en
        '3 plans'
        """
        return Bilingual(self.ja.format(**data), self.en.format(**data))


_LABELS: Final = {
    "where": Bilingual("場所", "where"),
    "expected": Bilingual("期待する内容", "expected"),
    "todo": Bilingual("対処", "what to do"),
}


class SaiseiError(Exception):
    """Say what is wrong, where, what was expected and what to do, in Japanese and English."""

    exit_code: ClassVar[int] = 2

    def __init__(
        self,
        what: Bilingual,
        *,
        where: str = "",
        expected: Bilingual | None = None,
        todo: Bilingual | None = None,
    ) -> None:
        super().__init__(what.en)
        self.what = what
        self.where = where
        self.expected = expected
        self.todo = todo

    def text(self, language: Language) -> str:
        """Return the whole message, a line each for what, where, expected and what to do."""
        parts = {"where": self.where, "expected": self.expected, "todo": self.todo}
        lines = [self.what.in_language(language)]
        for name, part in parts.items():
            if part:
                shown = part if isinstance(part, str) else part.in_language(language)
                lines.append(f"  {_LABELS[name].in_language(language)}: {shown}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text("en")


class InputError(SaiseiError):
    """A file or stream cannot be read as what it should be."""


class RecordError(InputError):
    """A record file has a wrong field, key or value."""


class UsageError(SaiseiError):
    """An option, a name or a combination of options is wrong."""


class EnvironmentFault(SaiseiError):
    """The disk, a folder or a lock does not allow the work."""


class ReleaseRejected(SaiseiError):
    """Findings of severity violation stop a release; ``findings`` holds all that was found."""

    exit_code = 1

    def __init__(self, what: Bilingual, findings: Sequence[Any], *, todo: Bilingual | None = None) -> None:
        super().__init__(what, todo=todo)
        self.findings = findings


class VerificationFailed(SaiseiError):
    """A release is not what its manifest says."""

    exit_code = 1
