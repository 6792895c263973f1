"""What `hot-designer validate` of a small template costs as a whole process, beside `python -c pass`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 25
SMALL = """\
heat_template_version: 2018-08-31
parameters:
  flavor: {type: string}
resources:
  net:
    type: OS::Neutron::Net
  port:
    type: OS::Neutron::Port
    properties: {network: {get_resource: net}}
  server:
    type: OS::Nova::Server
    properties:
      image: cirros
      flavor: {get_param: flavor}
      networks:
        - port: {get_resource: port}
outputs:
  address: {value: {get_attr: [server, first_address]}}
"""


def run() -> list[tuple[str, float, str, str]]:
    """The medians of both, taken in turn, and their ratio."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = Path(sys.executable).with_name("hot-designer")
    bare, whole = [], []
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(SMALL)
        file.flush()
        for turn in range(RUNS + 2):
            first = _timed([sys.executable, "-c", "pass"], environment)
            second = _timed([str(command), "validate", file.name], environment)
            if turn > 1:
                bare.append(first)
                whole.append(second)
    return [("python -c pass", 1000 * _median(bare), "ms", ""),
            ("hot-designer validate, small template", 1000 * _median(whole), "ms", ""),
            ("the same, against python -c pass", _median(whole) / _median(bare), "times", "at most 4")]


def _timed(command: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
