"""Opened templates: their bytes, what they mean, and the pictures made of them.

The one place where the pages call the library's path: what a fragment asks for is computed once for a text, by however
many requests it is asked at the same time.
"""

from __future__ import annotations

from threading import RLock, Thread
from typing import TYPE_CHECKING, Any

from flask import Flask, current_app, g, request

from web import encodings
from web.gate import Gate
from web.history import store, templates
from web.refusals import Refusal
from web.store import Recent, Source, source_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from designer.analysis import Analysis

MOST_DRAWINGS = 6
MOST_VIEWS = 24  # of a text that many stored templates have, too


class Opened:
    """A template that is open.

    `places` are where the cards of its pictures stand, by what was asked to be drawn: a text that grew out of another
    one takes them over, so that an edit moves nothing that it did not mean.
    """

    __slots__ = ("source", "places", "drawings", "latest", "_gate", "_lock", "_kept", "_text", "_origin", "_users")

    def __init__(self, source: Source, gate: Gate, origin: Opened | None = None) -> None:
        self.source = source
        self.places: dict[Any, dict[str, tuple[float, float]]] = dict(origin.places) if origin is not None else {}
        self.drawings: Recent[Any] = Recent(MOST_DRAWINGS)
        self.latest: tuple[Any, Any] | None = None  # the view that was drawn last, and its drawing
        self._gate = gate
        self._lock = RLock()
        self._kept: dict[Any, Any] = {}
        self._text: tuple[str, str] | None = None
        self._origin: Opened | None = None
        self._users = 0

    @property
    def id(self) -> str:
        return self.source.id

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def analysis(self) -> Analysis:
        """What the text means; computed when first asked for. Raises Refusal when the server is too busy."""
        return self.once("analysis", self._analyse)

    @property
    def text(self) -> str:
        """The text as it is shown and edited, without a byte order mark."""
        return self._shown[0]

    @property
    def encoding(self) -> str:
        """The name of the encoding that the text was read in."""
        return self._shown[1]

    @property
    def _shown(self) -> tuple[str, str]:
        if self._text is None:
            self._text = encodings.shown(self.source.data)
        return self._text

    def once(self, key: Any, compute: Callable[[], Any]) -> Any:
        """What `compute` yields, computed once for this text and kept with it."""
        with self._lock:
            if key not in self._kept:
                with self._gate.work():
                    self._kept[key] = compute()
            return self._kept[key]

    def draw(self, key: Any, compute: Callable[[], Any]) -> Any:
        """What `compute` draws, from memory where it was drawn before; a few drawings are kept with a text."""
        with self._lock:
            found = self.drawings.get(key)
            if found is None:
                with self._gate.work():
                    found = self.drawings.put(key, compute(), 1)
            return found

    def prepare(self, work: Callable[[], Any]) -> None:
        """Begin with what the next request will ask for, if there is room for it; a failure is told by that request."""
        def begin() -> None:
            try:
                work()
            except Exception:  # noqa: S110 - the request that needs it meets the same, and says so
                pass
            finally:
                self._gate.leave_early()

        if self._gate.enter_early():
            Thread(target=begin, daemon=True).start()

    def with_text(self, text: str, any_newlines: bool = False) -> bytes:
        """The bytes of this file with another text; its byte order mark stays.

        The very bytes that were given where the text is unchanged. With `any_newlines` the line breaks of `text` say
        nothing (a form made them all alike): those of this file are used.
        """
        own = self.text
        if any_newlines:
            if own.replace("\r\n", "\n").replace("\r", "\n") == text:
                return self.source.data
            if "\r\n" in own:
                text = text.replace("\n", "\r\n")
        if text == own:
            return self.source.data
        return encodings.encoded(text, self.encoding)

    def stand(self, view: Any, positions: dict[str, tuple[float, float]]) -> None:
        """Keep where the cards of a view stand; those of the views kept longest go where there are many."""
        self.places[view] = positions
        for key in list(self.places)[:-MOST_VIEWS]:
            self.places.pop(key, None)

    def rename(self, names: dict[str, str]) -> None:
        """Let the cards of nodes that are called otherwise now stay where they stood."""
        for key, positions in list(self.places.items()) if names else ():
            found = {names[id]: positions[id] for id in names if id in positions and names[id] not in positions}
            if found:
                self.places[key] = {**positions, **found}

    def borrow(self) -> None:
        """Say that a request works with this document; `give_back` says that it no longer does."""
        with self._lock:
            self._users += 1

    def give_back(self) -> None:
        with self._lock:
            self._users -= 1

    def take_analysis(self) -> Analysis | None:
        """The analysis, to be made into that of another text and gone from here; None where others work with it."""
        # Never waits: two texts that grew out of each other, asked for at once, would wait for each other.
        if not self._lock.acquire(blocking=False):
            return None
        try:
            if self._users > 1 or "analysis" not in self._kept:
                return None
            analysis: Analysis = self._kept["analysis"]
            self._kept.clear()
            return analysis
        finally:
            self._lock.release()

    def grew_from(self, origin: Opened) -> None:
        """Say which document's analysis this one's can be made from, where it has none of its own (any more)."""
        with self._lock:
            if "analysis" not in self._kept and origin is not self:
                self._origin = origin

    def _analyse(self) -> Analysis:
        from designer.analysis import analyse

        origin, self._origin = self._origin, None
        if origin is not None:
            from designer.reanalysis import reanalyse

            plain = self.encoding == origin.encoding == encodings.UTF8
            old = origin.take_analysis() if plain else None
            if old is not None:
                return reanalyse(old, self.text)
        from designer.environment.files import Files, Given

        files = Files() if self.source.beside is None else Given(self.source.beside)
        return analyse(self.source.data, name=self.source.name, files=files)


class Documents:
    """The templates that are open, by id."""

    def __init__(self, text_bytes: int, analysis_bytes: int, gate: Gate,
                 find: Callable[[], Source | None] = lambda: None) -> None:
        # `find` yields what the request at hand says that it is about, from where texts are kept for longer.
        self._find = find
        self._sources: Recent[Source] = Recent(text_bytes)
        self._opened: Recent[Opened] = Recent(analysis_bytes)
        self._gate = gate

    def open(self, name: str, data: bytes, beside: dict[str, str] | None = None,
             origin: Opened | None = None, mark: str = "") -> Opened:
        """The document of these bytes, kept from now on.

        `beside` are the files it names, by name, if they are known; `origin` is the document that it grew out of;
        `mark` is the bytes' SHA-256 where somebody has worked it out.
        """
        source = Source(name, data, beside, mark)
        source = self._sources.put(source.id, source, len(data) + 200)
        return self._of(source, origin)

    def known(self, name: str, data: bytes, beside: dict[str, str] | None = None) -> Opened | None:
        """The document of these bytes where it is kept already."""
        return self.get(source_id(name, data, beside))

    def get(self, id: str) -> Opened | None:
        """The document of an id; None where it is not kept (any more)."""
        source = self._sources.get(id)
        if source is None:
            source = self._find()
            if source is None or source.id != id:
                return None
            self._sources.put(id, source, len(source.data) + 200)
        return self._of(source)

    def need(self, id: str) -> Opened:
        """The document of an id. Raises Refusal (404, reason "gone") where it is not kept (any more)."""
        opened = self.get(id)
        if opened is None:
            raise Refusal(404, "The server no longer holds this text. Open it again.", "gone")
        return opened

    def _of(self, source: Source, origin: Opened | None = None) -> Opened:
        opened = self._opened.get(source.id)
        if opened is None:
            opened = self._opened.put(source.id, Opened(source, self._gate, origin), len(source.data) + 2000)
        if origin is not None:
            opened.grew_from(origin)
        borrowed: dict[str, Opened] = g.setdefault("borrowed", {})
        if source.id not in borrowed:
            opened.borrow()
            borrowed[source.id] = opened
        return opened


def register(app: Flask) -> None:
    """Give the application its store of documents, bounded as configured."""
    gate = Gate(app.config["WORKERS"], app.config["WAIT_SECONDS"])
    app.extensions["documents"] = Documents(app.config["KEPT_TEXT_BYTES"], app.config["KEPT_ANALYSIS_BYTES"], gate,
                                            _stored)

    @app.teardown_request
    def give_back(error: BaseException | None) -> None:
        for opened in g.pop("borrowed", {}).values():
            opened.give_back()


def _stored() -> Source | None:
    """The text of the stored template that the request names with `template`, as it is now."""
    id = request.args.get("template", "")
    found = templates.find(store(), id) if id else None
    return None if found is None or found.deleted is not None else Source(
        found.name, found.data, found.beside, found.mark)


def documents() -> Documents:
    """The store of documents of the application that handles this request."""
    store: Documents = current_app.extensions["documents"]
    return store
