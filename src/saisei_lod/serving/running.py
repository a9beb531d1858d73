"""Run the server on uvicorn until it is told to stop."""

import errno
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from saisei_lod.errors import Bilingual, EnvironmentFault
from saisei_lod.serving.limits import Limits
from saisei_lod.serving.release import open_release

__all__ = ["serve"]

#: Connections that wait to be accepted.
_BACKLOG: Final = 1024


def serve(
    folder: Path,
    address: tuple[str, int],
    limits: Limits,
    log: Callable[[dict[str, Any]], None],
    ready: Callable[[str], None],
) -> None:
    """Serve the release in a folder at a host and port (0: any) until SIGINT or SIGTERM; then end what was begun.

    ``ready`` gets the address once requests are answered, ``log`` a record of each request. Raises InputError
    where the folder is no release, EnvironmentFault where the port is taken or a library is missing.
    """
    try:
        import uvicorn  # noqa: PLC0415 - an optional extra

        from saisei_lod.serving.app import application  # noqa: PLC0415 - the same
        from saisei_lod.serving.protocol import BoundedProtocol  # noqa: PLC0415 - the same
        from saisei_lod.serving.service import Service  # noqa: PLC0415 - the same
    except ImportError as error:
        raise _missing(error.name or "starlette") from error
    with _bound(*address) as listener:
        service = Service(open_release(folder), limits)
        app = application(service, log, lambda: ready(_shown(listener)))
        config = uvicorn.Config(
            app,
            http=BoundedProtocol.within(limits),
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=int(limits.arrival) + 1,
            timeout_graceful_shutdown=int(limits.seconds) + 2,
            h11_max_incomplete_event_size=limits.head,
        )
        _run(uvicorn.Server(config), listener)


def _run(server: "Any", listener: socket.socket) -> None:  # noqa: ANN401 - uvicorn's, an optional extra
    """Run until a signal; uvicorn raises the signal again once it has stopped, when nothing is left to stop."""
    former = {one: signal.signal(one, lambda *_: None) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        server.run(sockets=[listener])
    finally:
        for one, handler in former.items():
            signal.signal(one, handler)


def _bound(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise _unusable(f"{host}:{port}", error) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise _unusable(f"{host}:{port}", error) from error
    return listener


def _shown(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _unusable(where: str, error: OSError) -> EnvironmentFault:
    if error.errno == errno.EADDRINUSE:
        what = Bilingual("このポートは使用中です。", "The port is in use.")
    else:
        reason = error.strerror or str(error)
        what = Bilingual(f"このアドレスは使えません: {reason}", f"The address cannot be used: {reason}")
    return EnvironmentFault(
        what,
        where=where,
        expected=Bilingual("使われていないポート", "a port that nothing listens on"),
        todo=Bilingual("--port で別の番号を指定してください。", "Name another number with --port."),
    )


def _missing(name: str) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual(f"公開データを配信するには {name} が要ります。", f"Serving needs {name}."),
        todo=Bilingual(
            "pip install 'saisei-lod[serve]' を実行してください。", "Run pip install 'saisei-lod[serve]'."
        ),
    )
