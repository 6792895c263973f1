"""Options and paths, read the same way for every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from designer.cli.options import ENVIRONMENT, PARAM, Option, given_parameters, parse_options
from designer.cli.paths import find_cases, read_bytes
from designer.errors import DesignerError

OPTIONS = (ENVIRONMENT, PARAM, Option("--format", "-f", choices=("text", "json"), default="text", help="how"),
           Option("--quiet", "-q", help="say less"))


def parse(*argv: str):  # type: ignore[no-untyped-def]
    return parse_options("validate", "Says what is wrong.", "PATH...", OPTIONS, argv)


def test_values_in_every_form() -> None:
    parsed = parse("-e", "a", "-eb", "--environment=c", "--environment", "d", "x.yaml", "-q", "--", "-e", "-")
    assert parsed.all("--environment") == ["a", "b", "c", "d"]
    assert parsed.positional == ["x.yaml", "-e", "-"]
    assert parsed.has("--quiet") and parsed.one("--format") == "text"
    assert parse("-f", "json").one("--format") == "json"
    assert parse("--param", "a=b=c", "-").positional == ["-"]


@pytest.mark.parametrize(("argv", "words"), [
    (("--frmat", "json"), "there is no option --frmat"), (("-x",), "no option -x"),
    (("--format",), "--format needs a value: --format text|json"), (("--format",
    "xml"), "one of text, json, not 'xml'"),
    (("--quiet=1",), "takes no value"), (("-f", "json", "-f", "text"), "given twice")])
def test_bad_usage_is_one_clear_line(argv: tuple[str, ...], words: str) -> None:
    with pytest.raises(DesignerError, match=words) as caught:
        parse(*argv)
    assert "\n" not in str(caught.value)


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse("--help")
    assert caught.value.code == 0
    page = capsys.readouterr().out
    for word in ("usage: hot-designer validate [OPTION]... PATH...", "-e, --environment ENV", "--quiet", "--help",
                 "--format text|json", "(default: text)"):
        assert word in page
    assert max(map(len, page.splitlines())) <= 80


def test_parameters() -> None:
    assert given_parameters("validate", ["a=1", "b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}
    with pytest.raises(DesignerError, match="NAME=VALUE, not 'a'"):
        given_parameters("validate", ["a"])


def test_a_folder_stands_for_the_templates_below_it(tmp_path: Path) -> None:
    template = "# words\nheat_template_version: 2018-08-31\n"
    for name, text in (("b.yaml", template), ("a/c.template", template),
    ("a/d.json", '{"heat_template_version": "x"}'),
                       ("e.yaml", "parameters: {}\n"), ("f.txt", template), (".git/g.yaml", template),
                       ("h.yaml", "x: |\n  about heat_template_version\n"), ("i.yaml", "\ufeff" + template)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    found = [Path(case.path).relative_to(tmp_path).as_posix() for case in find_cases("validate", [str(tmp_path)], None)]
    assert found == ["b.yaml", "i.yaml", "a/c.template", "a/d.json"]


def test_a_list_names_templates_and_their_environments(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("a.yaml\n\nb.yaml\tenv.yaml\r\n", "utf-8")
    cases = find_cases("validate", [], str(tmp_path / "list"))
    assert [(case.path, case.environments) for case in cases] == [("a.yaml", ()), ("b.yaml", ("env.yaml",))]


def test_what_cannot_be_found_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(DesignerError, match="say which template"):
        find_cases("validate", [], None)
    with pytest.raises(DesignerError, match="no HOT template below"):
        find_cases("validate", [str(tmp_path)], None)
    with pytest.raises(DesignerError, match=r"cannot read nowhere\.yaml: No such file"):
        read_bytes("nowhere.yaml")
    with pytest.raises(DesignerError, match=r"cannot read .*: Is a directory"):
        read_bytes(str(tmp_path))
    with pytest.raises(DesignerError, match=r"no file has such a name"):
        read_bytes("a\0b")
