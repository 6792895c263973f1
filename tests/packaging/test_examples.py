"""The gallery's templates: the first thing that a new user sees is what we say it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import designer
from web.gallery import gallery
from web.paths import EXAMPLES

FOLDER = Path(EXAMPLES)
INDEX = yaml.safe_load((FOLDER / "index.yaml").read_text(encoding="utf-8"))
SOUND = [entry for entry in INDEX if entry["name"] != "broken"]


def test_every_file_is_listed_and_every_listed_file_is_there() -> None:
    listed = {name for entry in INDEX for name in (entry["file"], *entry.get("files", []))}
    assert listed == {path.name for path in FOLDER.glob("*.yaml")} - {"index.yaml"}
    assert [example.name for example in gallery()] == [entry["name"] for entry in INDEX]


@pytest.mark.parametrize("entry", SOUND, ids=[entry["name"] for entry in SOUND])
def test_nothing_is_wrong_with_an_example(entry: dict[str, str]) -> None:
    found = designer.analyse((FOLDER / entry["file"]).read_text(encoding="utf-8"), folder=str(FOLDER)).diagnostics
    assert [f"{one.code} {one.message}" for one in found] == []


def test_the_broken_one_has_the_faults_that_it_announces() -> None:
    text = (FOLDER / "broken.yaml").read_text(encoding="utf-8")
    lines = text.split("\n")
    announced = {number for number, line in enumerate(lines) if "  # " in line and line.split("# ")[-1][0].isdigit()}
    assert len(announced) == 9
    found = {text.count("\n", 0, one.start) for one in designer.analyse(text).diagnostics}
    assert announced <= found
    # `flavor` is missing where it was misspelt: that is all there is beyond what is announced.
    assert len(found - announced) <= 1
