"""A server of PostgreSQL in a temporary folder, for as long as it is needed."""

from __future__ import annotations

import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any


def program(name: str) -> str | None:
    """Where one of PostgreSQL's programs is: on the path, or where Debian puts them."""
    kept = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"), reverse=True)
    return shutil.which(name) or (kept[0] if kept else None)


def possible() -> bool:
    """Whether a server can be started and asked here: programs, driver, and a user who is not root are there."""
    there = all(program(name) is not None for name in ("initdb", "postgres", "createdb", "pg_isready"))
    return there and find_spec("psycopg") is not None and (os.getuid() != 0 or _other() is not None)


class Cluster:
    """A cluster of databases with one that is called `templates`; a context that ends it."""

    def __init__(self) -> None:
        self.kills = 0
        self._folder = tempfile.mkdtemp(prefix="killing-pg-")
        self._data = os.path.join(self._folder, "data")
        self._as: dict[str, Any] = {}
        other = _other()
        if os.getuid() == 0 and other is not None:
            os.chown(self._folder, other.pw_uid, other.pw_gid)
            self._as = {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"postgresql://designer@127.0.0.1:{self._port}/templates"

    def __enter__(self) -> Cluster:
        try:
            self._run("initdb", "-D", self._data, "-U", "designer", "--auth=trust", "-E", "UTF8", "--locale=C",
                      "--data-checksums")
            self.start()
            self._run("createdb", "-h", "127.0.0.1", "-p", str(self._port), "-U", "designer", "templates")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start it, and wait until it answers: after a kill it first puts its files in order."""
        self._process = subprocess.Popen(
            [str(program("postgres")), "-D", self._data, "-p", str(self._port), "-c", "listen_addresses=127.0.0.1",
             "-c", f"unix_socket_directories={self._folder}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self._folder,
            **self._as)
        ends = time.monotonic() + 60
        while True:
            ready = subprocess.run([str(program("pg_isready")), "-q", "-h", "127.0.0.1", "-p", str(self._port)])
            if ready.returncode == 0:
                return
            if time.monotonic() > ends or self._process.poll() is not None:
                raise RuntimeError("PostgreSQL does not start")
            time.sleep(0.1)

    @contextmanager
    def another(self) -> Iterator[str]:
        """The address of a database that is new, and gone afterwards."""
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self._port), "-U", "designer", "another")
        yield self.address.rsplit("/", 1)[0] + "/another"
        self._run("dropdb", "--force", "-h", "127.0.0.1", "-p", str(self._port), "-U", "designer", "another")

    def kill(self) -> None:
        """Kill every one of its processes at once, as a power cut would end them."""
        assert self._process is not None
        own = [self._process.pid, *_children(self._process.pid)]
        for pid in own:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self._process.wait()
        while any(os.path.exists(f"/proc/{pid}") and not _zombie(pid) for pid in own):
            time.sleep(0.02)
        self.kills += 1

    def _run(self, name: str, *arguments: str) -> None:
        found = program(name)
        if found is None:
            raise RuntimeError(f"PostgreSQL's {name} is not here; on Debian: apt-get install postgresql")
        subprocess.run([found, *arguments], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, cwd=self._folder, **self._as)


def _other() -> pwd.struct_passwd | None:
    """A user who is not root: PostgreSQL does not run as root."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            pass
    return None


def _children(pid: int) -> list[int]:
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def _zombie(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True
