"""Answers what Heat's engine says of a template or an expression; runs in Heat's own Python.

    .heat/bin/python -m conformance.heat.inside [--all-constraints-hold] < questions > answers

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
import os
import signal
import sys

from .engine import start_engine
from .expressions import ask_expression
from .templates import ask_template

LIMIT = 30


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
