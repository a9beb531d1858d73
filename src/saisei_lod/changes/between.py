"""Compare two release folders."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from saisei_lod.changes.comparing import Changes, compared
from saisei_lod.changes.releases import opened, read_head
from saisei_lod.changes.writing import files_of

__all__ = ["changes_between"]


@contextmanager
def changes_between(old: Path, new: Path) -> Iterator[Changes]:
    """Yield what changed from one release folder to another; their files are open meanwhile.

    Raises InputError for a folder that is no release, was made by a newer program or for another base.
    """
    heads = [read_head(old), read_head(new)]
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(TemporaryDirectory(prefix="saisei-diff-")))
        states = []
        for number, (release, head) in enumerate(zip((old, new), heads, strict=True)):
            folder = scratch / str(number)
            folder.mkdir()
            states.append(stack.enter_context(opened(head, files_of(release, folder))))
        yield compared(*states)
