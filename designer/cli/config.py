"""A project's own settings: `.hot-designer.yaml` beside its templates, or in a folder above them.

    select: [HOT3, unknown-property]      # only these: codes, names, or beginnings of codes
    ignore: [HOT9]
    severity: {deprecated-property: warning}
    environments: [environments/test.yaml]      # relative to the file
    parameters: {flavor: m1.small}      # values of parameters where nothing else gives them one
    target: queens

What the command line says goes before it. `graph` and `evaluate` heed the same file as `validate`.
"""

from __future__ import annotations

import os

from designer.errors import DesignerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from designer.cli.options import Parsed
    from designer.diagnostics import Diagnostic
    from designer.validate.selection import Selection

NAME = ".hot-designer.yaml"
KEYS = ("select", "ignore", "severity", "environments", "parameters", "target")


class Config:
    """What a file of settings says; `environments` are paths that can be opened from the working directory."""

    __slots__ = ("path", "select", "ignore", "severity", "environments", "parameters", "target", "_selection")

    def __init__(self, path: str = "") -> None:
        self.path = path
        self.select: list[str] = []
        self.ignore: list[str] = []
        self.severity: dict[str, str] = {}
        self.environments: list[str] = []
        self.parameters: dict[str, Any] = {}
        self.target: str | None = None
        self._selection: Selection | None = None

    def layers(self) -> list[tuple[str, bytes]]:
        """The values of parameters as an environment's defaults: one that a template does not have is no fault."""
        if not self.parameters:
            return []
        from json import dumps

        return [(self.path, dumps({"parameter_defaults": self.parameters}, default=str).encode())]

    def target_rank(self) -> int | None:
        """The rank of the release that is aimed at. Raises DesignerError where there is none of that name."""
        if self.target is None:
            return None
        from designer.catalog import release_names, release_rank

        rank = release_rank(self.target)
        if rank is None:
            raise DesignerError(f"{self.path or 'validate'}: there is no release {self.target!r}; the last ones are "
                                f"{', '.join(release_names()[-6:])}")
        return rank

    def choose(self, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics that are wanted. Raises DesignerError where the settings name one that does not exist."""
        if not (self.select or self.ignore or self.severity):
            return diagnostics
        if self._selection is None:
            from designer.validate.selection import Selection

            try:
                self._selection = Selection(self.select, self.ignore, self.severity)
            except DesignerError as error:
                raise DesignerError(f"{self.path}: {error}" if self.path else str(error)) from None
        return self._selection.choose(diagnostics)


class Configs:
    """The settings of each folder, read once.

    `given` is what the command line says: each of its keys that says something goes before a file's. `chosen` is the
    one file to use, "none" for no file at all, None for the nearest above each template.
    """

    __slots__ = ("given", "chosen", "known")

    def __init__(self, given: Config, chosen: str | None = None) -> None:
        self.given = given
        self.chosen = chosen
        self.known: dict[str, Config] = {}

    def config_for(self, path: str) -> Config:
        """The settings for a template.

        Raises DesignerError where their file cannot be read or says what is not understood.
        """
        folder = os.path.dirname(os.path.abspath(path)) if self.chosen is None else ""
        config = self.known.get(folder)
        if config is None:
            file = find_config(folder) if self.chosen is None else self.chosen if self.chosen != "none" else None
            config = self.known[folder] = merged(read_config(file), self.given) if file else self.given
        return config


def configs_of(parsed: Parsed) -> Configs:
    """The settings for a command whose options say no more than which environments there are."""
    given = Config()
    given.environments = parsed.all("--environment")
    return Configs(given, parsed.one("--config"))


def find_config(folder: str) -> str | None:
    """The file of settings in a folder or the nearest one above it; a repository's top is the last that counts."""
    while True:
        path = os.path.join(folder, NAME)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


def merged(config: Config, given: Config) -> Config:
    """The settings of a file, with what the command line says in their place."""
    for key in KEYS:
        if getattr(given, key):
            setattr(config, key, getattr(given, key))
    return config


def read_config(path: str) -> Config:
    """The settings in a file. Raises DesignerError with the reason where they are no such thing."""
    from yaml import YAMLError, safe_load

    from designer.cli.paths import read_bytes

    try:
        data = safe_load(read_bytes(path))
    except (YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise DesignerError(f"cannot read {path}: {' '.join(str(error).split())}") from None
    config = Config(path)
    if data is None:
        return config
    if not isinstance(data, dict):
        raise DesignerError(f"{path}: settings are keys with values: {', '.join(KEYS)}")
    for key, value in data.items():
        if key not in KEYS:
            from designer.catalog import nearest

            close = nearest(str(key), KEYS)
            raise DesignerError(f"{path}: there is no setting {key!r}" + (f" (did you mean {close}?)" if close else ""))
        if value is not None:
            setattr(config, key, _value(path, key, value))
    folder = os.path.dirname(path)
    config.environments = [_shown(os.path.join(folder, each)) for each in config.environments]
    return config


def split(words: Sequence[str]) -> list[str]:
    """Names given in several options, or with commas between them."""
    return [name.strip() for word in words for name in word.split(",") if name.strip()]


def _value(path: str, key: str, value: Any) -> Any:
    if key == "target":
        return str(value)
    if key == "parameters":
        if not isinstance(value, dict):
            raise DesignerError(f"{path}: parameters is a map of names to values")
        return {str(name): each for name, each in value.items()}
    if key == "severity":
        if not isinstance(value, dict):
            raise DesignerError(f"{path}: severity is a map of codes to severities")
        return {str(name): str(grade) for name, grade in value.items()}
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise DesignerError(f"{path}: {key} is a list of {'paths' if key == 'environments' else 'codes or names'}")
    return value


def _shown(path: str) -> str:
    """A path as a person reads it: from the working directory, where it lies below."""
    near = os.path.relpath(path)
    return path if near.startswith("..") else near
