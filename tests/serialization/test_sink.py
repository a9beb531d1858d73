import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from saisei_lod.errors import EnvironmentFault
from saisei_lod.serialization.sink import Sink


def test_pieces_arrive_in_the_order_written(tmp_path: Path) -> None:
    """Small pieces wait for each other and keep their order."""
    with Sink(tmp_path / "f") as sink:
        sink.write("計画".encode())
        sink.write(b" 1 ")
        sink.write(b"x" * 1_000_000)
    assert (tmp_path / "f").read_text("utf-8") == "計画 1 " + "x" * 1_000_000


def test_a_failure_midway_leaves_no_half_file(tmp_path: Path) -> None:
    """Whatever stops the work, the half-written file is removed."""

    def stopped() -> None:
        with Sink(tmp_path / "f") as sink:
            sink.write(b"x" * 1_000_000)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_so_and_the_device_stays(tmp_path: Path) -> None:
    """Writing to a full device gives EnvironmentFault with the path, and removes no device."""
    if not Path("/dev/full").is_char_device():
        pytest.skip("this system has no /dev/full")
    full = tmp_path / "full"  # a link: a mistake in the code must cost the link, not the device
    full.symlink_to("/dev/full")

    def filled() -> None:
        with Sink(full) as sink:
            sink.write(b"x")

    with pytest.raises(EnvironmentFault) as caught:
        filled()
    assert caught.value.where == str(full)
    assert "No space left on device" in caught.value.text("en")
    assert full.is_symlink()


def test_a_folder_that_is_missing_is_said_so(tmp_path: Path) -> None:
    """A path in a folder that does not exist is no traceback."""
    with pytest.raises(EnvironmentFault) as caught:
        Sink(tmp_path / "missing" / "f")
    assert caught.value.where == str(tmp_path / "missing" / "f")


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from saisei_lod.errors import EnvironmentFault
from saisei_lod.serialization import write
from saisei_lod.terms import Description, Namespace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
space, folder = Namespace("n", "https://e.org/n/"), Path(sys.argv[1])
blocks = ([Description(space(f"n{number}"), space("A"))] for number in range(200_000))
outputs = {"ntriples": folder / "g.nt", "turtle": folder / "g.ttl", "jsonld": folder / "g.jsonld"}
try:
    write(blocks, outputs, prefixes={"n": space.base}, context={}, scratch=folder)
except EnvironmentFault as fault:
    sys.exit(fault.exit_code)
"""


_CUT_SHORT = """
import resource, signal, sys
from pathlib import Path
from saisei_lod.errors import EnvironmentFault
from saisei_lod.serialization.runs import SortedLines
from saisei_lod.serialization.sink import Sink
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
failed = 0
try:
    with Sink(Path(sys.argv[1]) / "f") as sink:
        sink.write(b"x" * 1500)
except EnvironmentFault:
    failed += 1
try:
    sorter = SortedLines(Path(sys.argv[1]))
    sorter.add("u", "x", b"<u:x> " + b"x" * 1500 + b" .\\n", 1)
    sorter.finish(lambda data: None)
except EnvironmentFault:
    failed += 1
sys.exit(failed)
"""


def test_a_write_that_the_system_cuts_short_is_a_failure(tmp_path: Path) -> None:
    """The system may take a part of a write and report no error; the rest is never lost in silence."""
    run = subprocess.run([sys.executable, "-c", _CUT_SHORT, tmp_path], check=False)
    assert run.returncode == 2


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no limit of file sizes here")
def test_a_file_that_may_not_grow_ends_in_one_message_and_no_rests(tmp_path: Path) -> None:
    """With a limit on file sizes all formats fail as on a full disk, and nothing stays behind."""
    assert hasattr(signal, "SIGXFSZ")
    run = subprocess.run([sys.executable, "-c", _LIMITED, tmp_path], check=False)
    assert run.returncode == 2
    assert list(tmp_path.iterdir()) == []
