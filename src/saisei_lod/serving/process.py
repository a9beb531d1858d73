"""One worker process, as the server sees it."""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

import msgspec

from saisei_lod.serving.limits import Limits
from saisei_lod.serving.messages import Reply, Request, frame

__all__ = ["DiedError", "Worker"]

_DECODER: Final[msgspec.msgpack.Decoder[Reply]] = msgspec.msgpack.Decoder(Reply)
_BUFFER: Final = 1 << 20


class DiedError(Exception):
    """A worker has ended; ``code`` is its exit status, negative for a signal, None where it could not start."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code

    @property
    def of_memory(self) -> bool:
        """Whether the worker ended itself, as Rust does where memory is refused or the stack is used up."""
        return self.code in {-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS}


class Worker:
    """A process that answers one request at a time."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, index: Path, limits: Limits, niceness: int) -> Self:
        """Start a process and wait until it has opened the index; DiedError where it cannot."""
        try:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "saisei_lod.serving.worker"),
                *(str(index), msgspec.json.encode(limits).decode()),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,  # what Rust says when it gives up is no message of ours
                limit=_BUFFER,
                start_new_session=True,  # an interrupt at the terminal is the server's to handle
            )
        except OSError as error:
            raise DiedError(None) from error
        worker = cls(process)
        worker.be_nice(niceness)
        try:
            await worker._received()
        except asyncio.CancelledError:
            await worker.kill()
            raise
        return worker

    async def call(self, request: Request) -> Reply:
        """Return the reply to a request; DiedError where the process ends instead."""
        stdin = self._process.stdin
        if stdin is None:
            raise DiedError(None)
        with suppress(BrokenPipeError, ConnectionResetError):
            stdin.write(frame(request))
            await stdin.drain()
        return await self._received()

    async def _received(self) -> Reply:
        stdout = self._process.stdout
        if stdout is None:
            raise DiedError(None)
        try:
            length = int.from_bytes(await stdout.readexactly(4), "big")
            return _DECODER.decode(await stdout.readexactly(length))
        except asyncio.IncompleteReadError:
            raise DiedError(await self._process.wait()) from None

    def computed(self) -> float | None:
        """Return the seconds of processor time used so far (proc_pid_stat(5)), None where that is not known."""
        try:
            fields = (
                Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            )
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self) -> int:
        """Return the bytes of memory in use (proc_pid_statm(5)), 0 where that is not known."""
        try:
            pages = int(Path(f"/proc/{self._process.pid}/statm").read_text(encoding="ascii").split()[1])
        except OSError:
            return 0
        return pages * os.sysconf("SC_PAGE_SIZE")

    def be_nice(self, niceness: int) -> None:
        """Let the process have what processor time others leave, the more so the nicer (0 to 19)."""
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, niceness)

    async def kill(self) -> None:
        """End the process at once."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
