"""What is wrong with a resource registry as it is written: entries that name nothing, hooks that do not exist.

Heat's client reads every template that a registry names, used or not, before it sends anything. Source:
heatclient.common.template_utils resolve_environment_urls, heat.engine.environment ResourceRegistry.
"""

from __future__ import annotations

from designer.environment.files import UNKNOWN, URL
from designer.syntax import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.diagnostics.finding import Report
    from designer.environment.files import Files
    from designer.syntax import Node

HOOKS = ("pre-create", "pre-update", "pre-delete", "post-create", "post-update", "post-delete")
ACTIONS = ("update", "replace")
CHOICES = {"hooks": HOOKS, "restricted_actions": ACTIONS}


def check_registry(node: Node, file: str, files: Files, base: str, report: Report) -> None:
    """Report what keeps an environment from being used because of its `resource_registry`.

    `file` is the environment's name, `base` the folder that names in it are relative to.
    """
    if not isinstance(node, Mapping):
        return
    base = _base(node, base)
    for key, value in node.items():
        name = str(key.value)
        if name == "resources":
            _check_resources(value, file, files, base, report)
        elif isinstance(value, Mapping) and name not in CHOICES:
            # Heat comes upon a pattern whatever type it looks for, upon another name only where it is used
            if value.index:
                report("HOT813", value, file=file, name=name, certain=name.endswith("*"))
            _check_inside(value, file, report)
        else:
            _check_entry(name, value, file, files, base, report)


def _check_resources(node: Node, file: str, files: Files, base: str, report: Report) -> None:
    if not isinstance(node, Mapping):
        report("HOT813", node, file=file, name="resources")
        return
    for key, inner in node.items():
        if not isinstance(inner, Mapping):
            report("HOT813", inner, file=file, name=str(key.value))
            continue
        own = _base(inner, base)
        for name, value in inner.items():
            if not isinstance(value, Mapping) or name.value in CHOICES:
                _check_entry(str(name.value), value, file, files, own, report)
            else:
                _check_inside(value, file, report)


def _check_inside(node: Mapping, file: str, report: Report) -> None:
    """Report what Heat comes upon in a map that stands for a type: it takes in all that stands there, however deep."""
    for name, value in node.items():
        if isinstance(value, Mapping):
            _check_inside(value, file, report)
        elif name.value not in CHOICES and not (
                isinstance(value, Scalar) and (value.value is None or isinstance(value.value, str))):
            report("HOT813", value, file=file, name=str(name.value))


def _check_entry(name: str, value: Node, file: str, files: Files, base: str, report: Report) -> None:
    if name == "base_url":
        return
    if name in CHOICES:
        plain = value.plain()
        chosen = plain if isinstance(plain, list) else [plain]
        if not all(isinstance(each, str) and each in CHOICES[name] for each in chosen):
            report("HOT814", value, file=file, kind=name, allowed=CHOICES[name])
        return
    text = value.value if isinstance(value, Scalar) else None
    if isinstance(value, Sequence) or not isinstance(text, str):
        report("HOT813", value, file=file, name=name)
        return
    if "::" in text:
        return
    fetched = files.fetch(text, base)
    if fetched.problem == URL:
        report("HOT803", value, file=file, name=text)
    elif fetched.problem not in (None, UNKNOWN):
        report("HOT801", value, file=file, name=text, problem=fetched.problem)


def _base(node: Mapping, base: str) -> str:
    own = node.index.get("base_url")
    return own.value if isinstance(own, Scalar) and isinstance(own.value, str) else base
