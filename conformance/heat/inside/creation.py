"""The checks that creating a stack makes; they go on where Heat would stop."""

import re

from .engine import NoCloud, a_context, said, sent
from .making import made_up


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


def pairs(dependencies):
    return sorted(
        {
            (needing.name, needed.name)
            for needing, needed in dependencies.graph().edges()
            if needing is not None and needed is not None
        }
    )


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
