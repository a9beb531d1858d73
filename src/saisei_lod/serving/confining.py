"""Confine a worker process: memory, network, and the time it may go on without its server.

What the operating system does not offer is left out: resource limits and alarms are POSIX, a network
namespace of one's own is Linux (unshare(2)) and may be forbidden to ordinary users. SERVICE is refused
before a query is evaluated in any case; the lack of a network is a second wall.
"""

import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import Final

__all__ = ["bound_memory", "die_with_server", "expire", "leave_network"]

_CLONE_NEWUSER: Final = 0x10000000
_CLONE_NEWNET: Final = 0x40000000
_PR_SET_PDEATHSIG: Final = 1


def leave_network() -> bool:
    """Give up all network interfaces, loopback too; tell whether that was possible. Before any thread starts."""
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(None)
    try:
        return bool(library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)
    except AttributeError:
        return False


def die_with_server() -> None:
    """Have the process killed when the one that started it dies (prctl(2), Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def bound_memory(more: int) -> None:
    """Let the process map at most ``more`` bytes beyond what it has now (RLIMIT_AS); no core is written."""
    try:
        import resource  # noqa: PLC0415 - POSIX alone
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    limit = _mapped() + more
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or limit <= hard:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _mapped() -> int:
    """Return the bytes of address space in use (proc_pid_statm(5)); 0 where that cannot be known."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def expire(seconds: float) -> None:
    """End the process after so many seconds even inside foreign code; 0 lifts the sentence.

    The server ends a worker sooner: this is for one whose server has died.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
