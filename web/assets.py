"""Styles, scripts and icons: served under an address that changes with what they hold, so that browsers keep them."""

from __future__ import annotations

import gzip
import mimetypes
import re
from hashlib import sha256
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, request, url_for

from designer.export import sprite, stylesheet

routes = Blueprint("assets", __name__)

YEAR = 365 * 24 * 3600
COMPRESSED = frozenset({".js", ".css", ".svg", ".txt", ".json"})

# Style sheets that a page gets as one: each is a file of its own to whoever writes it.
BUNDLES = {
    "css/designer.css": ("tokens", "base", "notice", "topbar", "workbench", "canvas", "picture", "graph", "outline",
                         "types", "inspector", "form", "problems", "editor", "take", "commit", "commands", "drawing",
                         "menus"),
    "css/start.css": ("tokens", "base", "notice", "opening", "templates"),
    "css/reading.css": ("tokens", "base", "notice", "opening", "picture", "outline", "inspector", "commit", "manual",
                        "plain"),
}

# A module that another one imports from its folder, at once and not when it comes to it.
IMPORT = re.compile(r"""(?:\bfrom|^import)\s+"\./([\w.-]+)";""", re.MULTILINE)

# What a folder of this name holds is read when assets are built, not by browsers.
PRIVATE = frozenset({"vendor-entry"})


class Asset:
    """A file as it is sent: its bytes, the same compressed where that pays, and its type."""

    __slots__ = ("data", "packed", "mimetype")

    def __init__(self, name: str, data: bytes) -> None:
        suffix = Path(name).suffix
        self.data = data
        self.packed = gzip.compress(data, 6, mtime=0) if suffix in COMPRESSED else None
        self.mimetype = "text/javascript" if suffix == ".js" else _guessed(name)


def register(app: Flask, folder: Path) -> None:
    """Read everything below `folder` once, and let templates name it with `asset("css/base.css")`."""
    app.extensions["assets_folder"] = folder
    load(app)
    app.register_blueprint(routes)
    app.add_template_global(address, "asset")
    app.add_template_global(modules, "modules")

    @app.before_request
    def reload() -> None:
        # For whoever works on the pages: what was saved is what the next page shows.
        if app.config["RELOAD_ASSETS"] and request.endpoint != "assets.send":
            load(app)


def load(app: Flask) -> None:
    """Read the files (again); the addresses change where the contents did."""
    folder: Path = app.extensions["assets_folder"]
    contents = {
        # What pictures look like is written where they are drawn, for the page and for files alike.
        "css/picture.css": stylesheet("page").encode(),
        "icons/signs.svg": sprite().encode(),
    }
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        if path.is_file() and not PRIVATE.intersection(inside.parts):
            contents[inside.as_posix()] = path.read_bytes()
    for name, sheets in BUNDLES.items():
        contents[name] = b"\n".join(contents[f"css/{sheet}.css"] for sheet in sheets)
    files: dict[str, Asset] = {}
    mark = sha256()
    for name, data in sorted(contents.items()):
        files[name] = Asset(name, data)
        mark.update(name.encode() + b"\0" + data)
    app.extensions["assets"] = files
    app.extensions["assets_version"] = mark.hexdigest()[:10]
    app.extensions["assets_addresses"] = {}
    app.extensions["assets_modules"] = {}


def address(name: str) -> str:
    """Where an asset is found, by its path below the folder of assets; a page names dozens."""
    known: dict[tuple[str, str], str] = current_app.extensions["assets_addresses"]
    key = (request.script_root, name)
    if key not in known:
        known[key] = url_for("assets.send", version=current_app.extensions["assets_version"], name=name)
    return known[key]


def modules(name: str) -> list[str]:
    """A script and all that it imports, near and far: what a page asks for at once instead of one after the other."""
    files: dict[str, Asset] = current_app.extensions["assets"]
    known: dict[str, list[str]] = current_app.extensions["assets_modules"]
    if name not in known:
        found = [name]
        for each in found:
            folder = each.rpartition("/")[0]
            for imported in IMPORT.findall(files[each].data.decode()):
                other = f"{folder}/{imported}"
                if other in files and other not in found:
                    found.append(other)
        known[name] = found
    return known[name]


@routes.get("/static/<version>/<path:name>")
def send(version: str, name: str) -> Response:
    """An asset; kept by browsers for a year where the address is that of the present contents."""
    files: dict[str, Asset] = current_app.extensions["assets"]
    asset = files.get(name)
    if asset is None:
        abort(404)
    packed = asset.packed is not None and request.accept_encodings.quality("gzip") > 0
    answer = Response(asset.packed if packed else asset.data, mimetype=asset.mimetype)
    if packed:
        answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Vary"] = "Accept-Encoding"
    if version == current_app.extensions["assets_version"]:
        answer.cache_control.public = True
        answer.cache_control.max_age = YEAR
        answer.cache_control.immutable = True
    else:
        answer.headers["Cache-Control"] = "no-cache"
    return answer


@routes.get("/favicon.ico")
def favicon() -> Response:
    """The icon, for browsers that ask at the usual place."""
    return send(current_app.extensions["assets_version"], "icons/favicon.svg")


def _guessed(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
