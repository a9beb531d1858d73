"""Make a release: build, verify what was built, and record it, in one step that is done wholly or not at all."""

from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.changes import STREAM, keep, refuse_later
from saisei_lod.errors import Bilingual, ReleaseRejected
from saisei_lod.findings import Finding, Severity, worst
from saisei_lod.publishing.data import data_folder
from saisei_lod.publishing.release import Built, Progress, build
from saisei_lod.publishing.verifying import verify

__all__ = ["Released", "release"]

_VERIFY: Final = Bilingual("照合しています", "verifying")


class Released(NamedTuple):
    """What was released: what the build found, and whether the history had recorded it before."""

    built: Built
    history: Path
    is_new: bool

    @property
    def findings(self) -> list[Finding]:
        """What the build found."""
        return self.built.findings

    @property
    def summary(self) -> Bilingual:
        """One sentence on what was built, one on what was recorded."""
        told = Bilingual(
            f"{self.history} に記録しました。版管理に加えてください。",
            f"Recorded in {self.history}: put it under version control.",
        )
        same = Bilingual(
            f"{self.history} に同じ公開が記録されています。", f"{self.history} holds this release already."
        )
        chosen = told if self.is_new else same
        return Bilingual(f"{self.built.summary.ja}\n{chosen.ja}", f"{self.built.summary.en}\n{chosen.en}")


def release(
    data: Path, dist: Path, *, as_of: str | None = None, progress: Progress = lambda _: None
) -> Released:
    """Build the release of a data folder into ``dist``, verify it and record it in the data's history.

    ``dist`` and the history stay as they were unless all goes well. Raises what building raises;
    ReleaseRejected where verifying finds a violation; UsageError where a release of that day with another
    content, or a later one, is recorded.
    """
    history = data_folder(data) / "history"
    recorded: list[bool] = []

    def seal(folder: Path, issued: str) -> None:
        refuse_later(history, issued)
        progress(_VERIFY)
        found = verify(folder)
        if worst(found) is Severity.VIOLATION:
            raise ReleaseRejected(
                Bilingual(
                    "照合で違反が見つかったため、公開していません。",
                    "The release was not made: verifying found violations.",
                ),
                found,
            )
        recorded.append(keep(folder / STREAM, history, issued))

    built = build(data, dist, as_of=as_of, seal=seal, progress=progress)
    return Released(built, history, recorded[0])
