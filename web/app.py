"""The application."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from designer.text.counting import counted
from web import assets, config, documents, history, manuals, paths, presenting, refusals, security, tidy, warm
from web.routes import ROUTES


def create_app(settings: dict[str, Any] | None = None) -> Flask:
    """The application, ready to be served by any WSGI server.

    `settings` overrides `web.config.DEFAULTS`; REPOSITORY is the git repository that commits go to, or None.
    """
    warm.warm()
    app = Flask("web", static_folder=None, template_folder=paths.TEMPLATES)
    assert isinstance(app.json, DefaultJSONProvider)
    app.json.sort_keys = False  # what is to be written keeps the order that was meant
    app.config.from_mapping(config.DEFAULTS)
    app.config.from_mapping(settings or {})
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    tidy.register(app)
    security.register(app)
    refusals.register(app)
    assets.register(app, Path(paths.STATIC))
    documents.register(app)
    history.register(app)
    app.add_template_filter(manuals.inline, "inline")
    app.add_template_filter(presenting.icon_of, "icon_of")
    app.add_template_filter(presenting.moment, "moment")
    app.add_template_filter(presenting.day, "day")
    app.add_template_filter(counted, "counted")
    for routes in ROUTES:
        app.register_blueprint(routes)
    return app
