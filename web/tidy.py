"""When the cyclic garbage collector runs: between requests, not in them.

What an open template means is some hundred thousand objects. A full collection visits them all, and would strike
whatever request happens to allocate next: a tenth of a second at 1,000 resources, seconds at 10,000.
"""

from __future__ import annotations

import gc
import time
from threading import Lock, Thread

from flask import Flask

IDLE_SECONDS = 1.5
LONGEST_SECONDS = 60.0
_YOUNG = 100_000


class _Tidier:
    """Collects once nobody has asked for anything for a while; a server that is never idle, once a minute."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._started = False
        self._asked = 0.0
        self._collected = 0.0

    def asked(self) -> None:
        """A request has come."""
        self._asked = time.monotonic()
        if not self._started:
            with self._lock:
                if not self._started:
                    self._started = True
                    gc.set_threshold(_YOUNG, 50, 1_000_000)
                    Thread(target=self._run, name="tidier", daemon=True).start()

    def _run(self) -> None:
        while True:
            time.sleep(IDLE_SECONDS / 2)
            now = time.monotonic()
            idle = now - self._asked > IDLE_SECONDS
            if self._asked > self._collected and (idle or now - self._collected > LONGEST_SECONDS):
                self._collected = time.monotonic()
                gc.collect()


_tidier = _Tidier()


def register(app: Flask) -> None:
    """Let the application's requests say when the process is busy."""
    app.before_request(_tidier.asked)
