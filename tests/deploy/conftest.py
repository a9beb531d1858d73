"""Real servers on a loopback port, with the configurations of deploy/ and a release that has entities."""

import http.client
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
_MODULES = Path("/usr/lib/apache2/modules")
_APACHE = """
ServerRoot "{folder}"
ServerName localhost
Listen 127.0.0.1:{port}
PidFile "{folder}/apache.pid"
Mutex posixsem
ErrorLog "{folder}/error.log"
{modules}
<IfModule unixd_module>
User nobody
Group nogroup
</IfModule>
TypesConfig /dev/null
DocumentRoot "{folder}/www"
<Directory "{folder}/www">
AllowOverride All
Require all granted
</Directory>
"""
_NGINX = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  include {folder}/saisei.conf;
}}
"""


class Answer(NamedTuple):
    """The answer to a request: status, headers with lower-case names, content."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Site(NamedTuple):
    """A server on a loopback port."""

    port: int

    def ask(self, path: str, accept: str | None = None, method: str = "GET") -> Answer:
        """Ask for a path; redirects are not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers={"Accept": accept} if accept is not None else {})
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())
        finally:
            connection.close()

    def follow(self, path: str, accept: str | None = None) -> tuple[str, Answer]:
        """Ask for a path and follow redirects within the server; return the last path and its answer."""
        for _ in range(6):
            answer = self.ask(path, accept)
            if answer.status not in {301, 302, 303, 307, 308}:
                return path, answer
            parts = urlsplit(urljoin(f"http://127.0.0.1:{self.port}{path}", answer.headers["location"]))
            assert (parts.hostname, parts.port) == ("127.0.0.1", self.port)
            path = parts.path
        raise AssertionError(f"{path}: redirected for ever")


def free_port() -> int:
    """Return a port of the loopback interface that nothing listens to."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[Site]:
    """Run a server until it is not needed any more."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    try:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, log.read_text(encoding="utf-8") if log.is_file() else "no log"
            time.sleep(0.05)
        yield Site(port)
    finally:
        process.terminate()
        process.wait(timeout=10)


@contextmanager
def apache(folder: Path) -> Iterator[Site]:
    """Run Apache over ``folder``/www, whose .htaccess files hold; skip where it is not installed."""
    program = shutil.which("apache2") or shutil.which("apache2", path="/usr/sbin")
    if program is None:
        pytest.skip("Apache is not installed (apt-get install apache2)")
    names = ("mpm_event", "authz_core", "dir", "mime", "negotiation", "rewrite", "headers", "unixd", "env")
    built_in = subprocess.run([program, "-l"], capture_output=True, text=True, check=True).stdout
    modules = "\n".join(
        f"LoadModule {name}_module {_MODULES}/mod_{name}.so"
        for name in names
        if f"mod_{name}.c" not in built_in and (_MODULES / f"mod_{name}.so").exists()
    )
    port = free_port()
    settings = folder / "apache.conf"
    settings.write_text(_APACHE.format(folder=folder, port=port, modules=modules), encoding="utf-8")
    command = [program, "-f", str(settings), "-DFOREGROUND"]
    with running(command, port, folder / "error.log") as site:
        yield site


@contextmanager
def nginx(folder: Path) -> Iterator[Site]:
    """Run nginx over ``folder``/www with the configuration of deploy/; skip where it is not installed."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        pytest.skip("nginx is not installed (apt-get install nginx-light)")
    port = free_port()
    text = (DEPLOY / "nginx" / "saisei.conf").read_text(encoding="utf-8")
    for old, new in (("listen 80;", f"listen 127.0.0.1:{port};"), ("/var/www/saisei;", f"{folder}/www;")):
        assert old in text
        text = text.replace(old, new)
    (folder / "saisei.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder), encoding="utf-8")
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with running(command, port, folder / "error.log") as site:
        yield site


@contextmanager
def readable() -> Iterator[Path]:
    """A folder that servers may read: started by root, they read files as somebody else."""
    with tempfile.TemporaryDirectory(prefix="saisei-served-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="session")
def www() -> Iterator[Path]:
    """A release with entities as the root of a site; a page for one plan, as a site would have it."""
    from saisei_lod.publishing import build  # noqa: PLC0415 - for these tests alone

    with readable() as folder:
        build(ROOT / "data", folder / "www", entities=True)
        plan = min((folder / "www" / "id" / "plan").iterdir())
        (plan / "index.html").write_text("<!doctype html><title>計画</title>", encoding="utf-8")
        yield folder / "www"


@contextmanager
def _apache_over_release(folder: Path) -> Iterator[Site]:
    rules = folder / "www" / ".htaccess"
    shutil.copyfile(DEPLOY / "apache" / "htaccess", rules)
    try:
        with apache(folder) as site:
            yield site
    finally:
        rules.unlink()


@pytest.fixture(scope="session")
def servers() -> Mapping[str, object]:
    """What runs each server over a folder, by the server's name."""
    return {"apache": _apache_over_release, "nginx": nginx}


@pytest.fixture(scope="module")
def persistent() -> Iterator[Site]:
    """A server that has the folder saisei as w3id.org does."""
    with readable() as folder:
        (folder / "www" / "saisei").mkdir(parents=True)
        shutil.copyfile(DEPLOY / "w3id" / "htaccess", folder / "www" / "saisei" / ".htaccess")
        with apache(folder) as site:
            yield site
