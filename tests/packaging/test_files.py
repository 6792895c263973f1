"""What a package carries, and what it must not."""

from __future__ import annotations

import json
import re
from pathlib import Path

from web import paths

ROOT = Path(__file__).parents[2]


def test_a_checkout_finds_its_own_files() -> None:
    assert (Path(paths.TEMPLATES), Path(paths.STATIC)) == (ROOT / "templates", ROOT / "static")
    assert paths.missing_assets() == []


def test_an_installed_wheel_finds_its_own_files(tmp_path: Path) -> None:
    folder = tmp_path / "site-packages" / "web"
    (folder / "templates").mkdir(parents=True)
    (tmp_path / "site-packages" / "templates").mkdir()  # another project's
    source = (ROOT / "web" / "paths.py").read_text(encoding="utf-8")
    (folder / "paths.py").write_text(source, encoding="utf-8")
    found: dict[str, str] = {"__file__": str(folder / "paths.py")}
    exec(compile(source, str(folder / "paths.py"), "exec"), found)
    assert found["TEMPLATES"] == str(folder / "templates")
    assert found["STATIC"] == str(folder / "static")


def test_third_party_scripts_are_pinned_and_name_no_host() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values()), wanted
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert "http" not in lock and '"resolved"' not in lock
    locked = json.loads(lock)["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all("integrity" in entry for name, entry in locked.items() if name)


def test_bundles_run_under_a_strict_policy() -> None:
    bundle = (ROOT / "static" / "vendor" / "codemirror.js").read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function\(", bundle)
    assert not re.search(r"https?://(?!www\.w3\.org/)", bundle)


def test_licences_of_third_party_scripts_are_shipped() -> None:
    text = (ROOT / "static" / "vendor" / "LICENCES.txt").read_text(encoding="utf-8")
    for name in ("@codemirror/view", "htmx.org", "idiomorph", "style-mod"):
        assert f"\n{name} " in text
