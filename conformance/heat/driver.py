"""Answers what Heat's engine says of a template or an expression; runs in Heat's own Python.

    .heat/bin/python conformance/heat/driver.py [--all-constraints-hold] < questions > answers

Reads one JSON object a line and writes one for each, in order, until its input ends. A question about a template:

    path          the template's file; the files it names are looked for beside it
    text          its text, where the file holds another or there is none
    environments  paths of environment files, later ones go first
    given         {parameter: value} as at the creation of a stack

with the answer:

    load          null, or why Heat's client cannot send it (YAML, a file that is missing)
    validate      null, or why `template-validate` refuses it
    create        null, or the first thing wrong with the template as a whole when a stack of it is created
    resources     {name: message}: definitions and property values that are refused then
    rules         {name: message}: resources that pass that, and that their plug-in's own checks refuse
    unchecked     {name: message}: plug-ins whose own checks failed in a way that Heat does not expect
    interrupted   names of resources whose plug-in's own checks ended where only a service could tell more
    explicit      [[a, b], ...]: a needs b first, as the text says; null where no such graph could be made
    edges         the same with what plug-ins add
    parameters    the values made up for parameters without one
    seconds       how long `template-validate` took

A question about an expression has `expression`, `version`, and perhaps `parameters` ({name: schema, and its `value`
given}), `conditions`, `files` ({name: text}) and `as` ("condition": the expression is a condition's definition); its
answer:

    stage         ok, or where it is refused: template, parameters, parse, validate, resolve
    value, type   what it is worth, and Heat's type of that: null bool int float str list map other
    error         the exception where it is refused, with its message

A question that takes longer than LIMIT seconds is answered {"timeout": true}. There is no cloud: services are said
to be there, custom constraints that would ask one hold, those that need none (addresses, names, times) are checked as
Heat does, unless --all-constraints-hold.
"""

import json
import logging
import os
import re
import signal
import sys
import time
import urllib.parse
from pathlib import Path

LIMIT = 30

# What the package leaves out of upstream's environment.d/default.yaml.
ALIASES = {
    "OS::Quantum*": "OS::Neutron*",
    "OS::Metering::Alarm": "OS::Aodh::Alarm",
    **{
        f"OS::Ceilometer::{kind}": f"OS::Aodh::{kind}"
        for kind in (
            "Alarm",
            "CombinationAlarm",
            "GnocchiResourcesAlarm",
            "GnocchiAggregationByMetricsAlarm",
            "GnocchiAggregationByResourcesAlarm",
        )
    },
}


class NoCloud(Exception):
    """A plug-in asked a service, and there is none."""


def start_engine(all_constraints_hold=False):
    """Brings Heat's engine up in this process: a database in memory, nothing outside it."""
    logging.disable(logging.CRITICAL)
    from oslo_service import backend

    backend.init_backend(backend.BackendType.THREADING)
    from heat.common import messaging
    from heat.db import api, models
    from heat.engine import resources
    from oslo_config import cfg
    from oslo_db import options

    messaging.setup("fake://", optional=True)
    options.set_defaults(cfg.CONF, connection="sqlite://")
    models.BASE.metadata.create_all(api.get_engine())
    for folder in ("environment_dir", "template_dir"):
        cfg.CONF.set_default(folder, "/nonexistent")
    cfg.CONF.set_default("region_name_for_services", "RegionOne")
    resources.initialise()
    resources.global_env().load({"resource_registry": ALIASES})
    _cut_off(all_constraints_hold)


def _cut_off(all_constraints_hold):
    from heat.common import context, policy
    from heat.engine import constraints, resource
    from heat.engine.clients import client_plugin
    from keystoneauth1 import plugin, session

    class Token(plugin.BaseAuthPlugin):
        def get_token(self, session, **kwargs):
            return "token"

        def get_endpoint(self, session, **kwargs):
            return "http://cloud.invalid/v1"

        def get_access(self, session):
            return self

        role_names = ()
        user_domain_id = project_domain_id = None

    def no_cloud(*args, **kwargs):
        raise NoCloud("NoCloud")

    checked = constraints.CustomConstraint._is_valid

    def is_valid(self, value, schema, context):
        known = self.custom_constraint
        if all_constraints_hold or (known is not None and not type(known).__module__.endswith("common_constraints")):
            return True
        return checked(self, value, schema, context)

    constraints.CustomConstraint._is_valid = is_valid
    if all_constraints_hold:
        constraints.CustomConstraint.validate = lambda *args, **kwargs: None
    resource.Resource.is_service_available = classmethod(lambda *args, **kwargs: (True, None))
    policy.ResourceEnforcer.enforce = lambda *args, **kwargs: True
    context.RequestContext._create_auth_plugin = lambda self: Token()
    client_plugin.ClientPlugin.client = no_cloud
    session.Session.request = no_cloud


def a_context():
    from heat.common import context

    return context.RequestContext.from_dict(
        {
            "tenant_id": "test_tenant_id",
            "tenant": "test_tenant",
            "username": "test_username",
            "user_id": None,
            "password": "",
            "roles": [],
            "is_admin": False,
            "auth_url": "http://cloud.invalid/v3",
            "auth_token": "token",
            "trust_id": None,
            "region_name": None,
        }
    )


def said(error):
    return f"{type(error).__name__}: {error}"


def sent(value):
    """A copy of a value as it arrives at the engine, that is after JSON."""
    return json.loads(json.dumps(value, default=str))


# ---------------------------------------------------------------------------------------------- templates


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


def made_up(schema):
    """A value that the schema of a parameter accepts, if one is found."""
    kind = str(schema.type).lower()
    plain = {"number": 1, "json": {"key": "value"}, "comma_delimited_list": ["value"], "boolean": True}.get(
        kind, "value"
    )
    tried = [plain]
    from heat.engine import constraints

    for constraint in schema.constraints or ():
        if isinstance(constraint, constraints.AllowedValues):
            tried[:0] = constraint.allowed
            continue
        for bound in ("min", "max", "offset"):
            number = getattr(constraint, bound, None)
            if isinstance(number, (int, float)) and not isinstance(number, bool):
                tried.append(
                    "v" * int(number)
                    if kind == "string"
                    else ["value"] * int(number)
                    if kind == "comma_delimited_list"
                    else number
                )
    if kind == "string":
        tried += [
            "Value1",
            "Aa1!aaaa",
            "aaaaaaaa",
            "1",
            "192.0.2.10",
            "192.0.2.0/24",
            "aaaaaa",
            "A1A1A1A1",
            "example.com",
            "http://example.com/",
            "10G",
            "yes",
            "true",
            "fa:16:3e:00:00:01",
            "example.com.",
            "UTC",
            "* * * * *",
            "2099-01-01T00:00:00Z",
            "{}",
            "2099-01-01T00:00:00",
        ]
    for value in tried:
        try:
            schema.validate_value(value, context=a_context())
            return value
        except Exception:
            continue
    return tried[0]


def pairs(dependencies):
    return sorted(
        {
            (needing.name, needed.name)
            for needing, needed in dependencies.graph().edges()
            if needing is not None and needed is not None
        }
    )


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


def examine_creation(template, files, environment, named, answer):
    """Goes through the checks that creating a stack makes; goes on where Heat would stop."""
    from heat.common import environment_util
    from heat.engine import environment as environments
    from heat.engine import stack as stacks
    from heat.engine import template as templates

    parsed = templates.Template(sent(template), files=dict(files))
    full = sent(environment)
    environment_util.merge_environments(named, files, full, parsed.all_param_schemata(files))
    given = {**(full.get("parameter_defaults") or {}), **(full.get("parameters") or {})}
    answer["parameters"] = {
        name: made_up(schema)
        for name, schema in parsed.all_param_schemata(files).items()
        if schema.required and name not in given
    }
    full["parameter_defaults"] = {**answer["parameters"], **(full.get("parameter_defaults") or {})}
    parsed.env = environments.Environment(full)
    stack = stacks.Stack(a_context(), "dummy", parsed, strict_validate=True)
    for name, dependencies in (("explicit", stack._explicit_dependencies), ("edges", lambda: stack.dependencies)):
        try:
            answer[name] = pairs(dependencies())
        except Exception:
            answer[name] = None  # why, is said below
    examine_template(stack)
    for name, resource in stack.resources.items():
        if resource.external_id is None:
            examine_resource(name, resource, answer)
            if name not in answer["resources"] and name not in answer["rules"]:
                examine_inside(name, resource, answer)
    for output in stack.outputs.values():
        output.validate()


def examine_template(stack):
    from heat.common import exception
    from heat.engine import parameter_groups

    stack.t.validate()
    stack.parameters.validate(context=stack.context, validate_value=stack.strict_validate)
    parameter_groups.ParameterGroups(stack.t).validate()
    stack.t.conditions(stack).validate()
    both = set(stack.parameters) & set(stack.resources)
    if both:
        raise exception.StackValidationFailed(message=f"Duplicate names {both}")
    stack._update_all_resource_data(for_resources=True, for_outputs=True)
    list(stack.dependencies)


def examine_resource(name, resource, answer):
    from heat.common import exception

    try:
        resource.validate_template()
    except Exception as error:
        answer["resources"][name] = said(error)
        return
    try:
        found = resource.validate()
        if found:  # some plug-ins give back what is wrong
            answer["rules"][name] = str(found)
    except NoCloud:
        answer["interrupted"].append(name)
    except Exception as error:
        if "NoCloud" in str(error):
            answer["interrupted"].append(name)
            return
        expected = isinstance(error, (exception.HeatException, ValueError, TypeError))
        answer["rules" if expected else "unchecked"][name] = said(error)


def examine_inside(name, resource, answer, sure=True, depth=0):
    """Goes through the checks that Heat makes of a stack inside a stack only when it creates it.

    What other resources give is not there yet: what is refused because of it is doubtful.
    """
    from heat.engine.resources import stack_resource

    if not isinstance(resource, stack_resource.StackResource) or depth > 5:
        return
    sure = sure and not resource.t.required_resource_names()

    known = ()

    def refused(error, sure):
        missing = re.search(r"The Parameter \((.*?)\) was not provided", str(error))
        if "NoCloud" not in str(error) and (missing is None or missing.group(1) not in known):
            answer["later" if sure else "doubtful"].setdefault(name, said(error))

    try:
        inside = resource._parse_nested_stack(f"dummy-{name}", resource.child_template(), resource.child_params())
        known = inside.parameters
        known.validate(context=inside.context)
        members = list(inside.resources.values())
        inside._update_all_resource_data(for_resources=True, for_outputs=True)
    except Exception as error:
        refused(error, sure)
        return
    for member in members:
        if member.external_id is not None:
            continue
        certain = sure and not member.t.required_resource_names()
        try:
            member.validate_template()
            member.validate()
        except Exception as error:
            refused(error, certain)
            continue
        examine_inside(name, member, answer, certain, depth + 1)
    try:
        for output in inside.outputs.values():
            output.validate()
    except Exception as error:
        refused(error, sure)


# -------------------------------------------------------------------------------------------- expressions


def ask_expression(question):
    """What one expression is worth, or at which stage Heat refuses it."""
    answer = {"stage": "template"}
    try:
        result = None
        for stage, reached in stages(question):
            answer["stage"], result = stage, reached
        answer.update(worth(result))
    except Exception as error:
        answer.update(error=type(error).__name__, message=str(error))
    return answer


def stages(question):
    """Yields each stage as it begins, and "ok" with the value at the end."""
    from heat.engine import environment, function
    from heat.engine import stack as stacks
    from heat.engine import template as templates

    schemata = {name: dict(schema) for name, schema in (question.get("parameters") or {}).items()}
    given = {name: schema.pop("value") for name, schema in schemata.items() if "value" in schema}
    text = {
        "heat_template_version": question["version"],
        "parameters": schemata,
        "conditions": dict(question.get("conditions") or {}),
    }
    conditional = question.get("as") == "condition"
    if conditional:
        text["conditions"]["asked"] = question["expression"]
    else:
        text["outputs"] = {"asked": {"value": question["expression"]}}
    template = templates.Template(
        {key: value for key, value in text.items() if value},
        files=question.get("files") or {},
        env=environment.Environment({"parameters": given}),
    )
    template.validate()
    yield "parameters", None
    stack = stacks.Stack(a_context(), "dummy", template)
    stack.parameters.validate(context=stack.context)
    yield "parse", None
    conditions = template.conditions(stack.defn)
    yield "validate", None
    conditions.validate()
    if conditional:
        yield "resolve", None
        value = conditions.is_enabled("asked")
    else:
        yield "parse", None
        output = stack.outputs["asked"]
        yield "validate", None
        output.validate()
        yield "resolve", None
        value = output.get_value()
    yield "ok", (value, function.resolve)


def worth(result):
    value, resolve = result
    kinds = (
        ("null", type(None)),
        ("bool", bool),
        ("int", int),
        ("float", float),
        ("str", str),
        ("list", (list, tuple)),
        ("map", dict),
    )
    kind = next((name for name, types in kinds if isinstance(value, types)), "other")
    try:
        return {"type": kind, "value": json.loads(json.dumps(resolve(value), allow_nan=False))}
    except (TypeError, ValueError):
        return {"type": kind if kind in ("list", "map") else "other", "value": repr(value)}


# --------------------------------------------------------------------------------------------- the process


class Overtime(BaseException):
    """A question took too long; no handler of Heat's may take it for one of its own."""


def overtime(signum, frame):
    raise Overtime


def main(arguments):
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints must not stand among the answers
    start_engine(all_constraints_hold="--all-constraints-hold" in arguments)
    signal.signal(signal.SIGALRM, overtime)
    for line in sys.stdin:
        question = json.loads(line)
        signal.alarm(LIMIT)
        try:
            answer = (ask_expression if "expression" in question else ask_template)(question)
        except Overtime:
            answer = {"timeout": True}
        finally:
            signal.alarm(0)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
