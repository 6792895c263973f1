"""What Heat says of a template, stage by stage."""

import os
import time
import urllib.parse
from pathlib import Path

from .creation import examine_creation
from .engine import a_context, said, sent


def ask_template(question):
    """What Heat says of one template, stage by stage."""
    answer = {
        "load": None,
        "validate": None,
        "create": None,
        "resources": {},
        "rules": {},
        "unchecked": {},
        "interrupted": [],
        "later": {},
        "doubtful": {},
        "explicit": None,
        "edges": None,
        "parameters": {},
        "seconds": 0.0,
    }
    try:
        sent_along = load(question)
    except Exception as error:
        answer["load"] = said(error)
        return answer
    started = time.perf_counter()
    answer["validate"] = template_validate(*sent_along)
    answer["seconds"] = round(time.perf_counter() - started, 4)
    try:
        examine_creation(*sent_along, answer)
    except Exception as error:
        answer["create"] = said(error)
    return answer


def load(question):
    """Template, files, environment and the names of environment files as Heat's client would send them."""
    from heat.common import environment_format
    from heatclient.common import template_format, template_utils

    path = question.get("path") or "template.yaml"
    if "text" in question:
        if not question["text"]:
            raise ValueError("empty")
        template, files = template_format.parse(question["text"]), {}
        base = urllib.parse.urljoin(Path(os.path.abspath(path)).as_uri(), ".")
        template_utils.resolve_template_get_files(template, files, base)
    else:
        files, template = template_utils.get_template_contents(template_file=path)
    named = []
    more, _ = template_utils.process_multiple_environments_and_files(
        question.get("environments") or [], env_list_tracker=named
    )
    files = {name: text.decode() if isinstance(text, bytes) else text for name, text in {**files, **more}.items()}
    environment = {}
    environment_format.default_for_missing(environment)
    environment["parameters"].update(question.get("given") or {})
    return template, files, environment, named


def template_validate(template, files, environment, named):
    from heat.engine import service

    try:
        result = service.EngineService("host", "topic").validate_template(
            a_context(), sent(template), params=sent(environment), files=dict(files), environment_files=named
        )
    except Exception as error:
        # What a caller is meant to see arrives wrapped for the message bus.
        return said(error.exc_info[1] if hasattr(error, "exc_info") else error)
    return str(result) if isinstance(result, Exception) else result.get("Error")
