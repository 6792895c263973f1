"""Where cases come from: our own templates, mutants, made-up resources, and a corpus where there is one."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from collections.abc import Iterator
from typing import Any

from conformance.fitting import properties_of
from conformance.heat.process import Heat
from conformance.mutate import ENVIRONMENT, FAMILIES, mutants, mutate, read, seeds, write
from designer import catalog

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
SEEDS = os.path.join(HERE, "seeds")
NESTED = os.path.join(HERE, "nested")
LONGEST = 20_000
WORK = os.path.join(PROJECT, "build", "conformance", "nested")


class Case:
    """One template to ask about: a name to print, its text (None: as the file has it), its place, its files' root."""

    __slots__ = ("name", "text", "path", "root", "environments", "told", "stamp")

    def __init__(
        self,
        name: str,
        text: str | None,
        path: str,
        root: str,
        environments: list[str] | None = None,
        told: str = "",
        stamp: str = "",
    ) -> None:
        self.name = name
        self.text = text
        self.path = path
        self.root = root
        self.environments = environments or []
        self.told = told
        self.stamp = stamp

    def question(self) -> dict[str, Any]:
        """The case as heat/inside/ wants it."""
        question: dict[str, Any] = {"path": self.path, "environments": self.environments, "stamp": self.stamp}
        if self.text is not None:
            question["text"] = self.text
        return question

    def source(self) -> str | bytes:
        """The template as it is read."""
        if self.text is not None:
            return self.text
        with open(self.path, "rb") as file:
            return file.read()


def own_cases() -> Iterator[Case]:
    """The templates of tests/cases, the gallery and the seeds themselves."""
    for folder in (os.path.join(PROJECT, "tests", "cases"), os.path.join(PROJECT, "web", "examples"), SEEDS):
        stamp = stamp_of(folder)
        for path in _templates(folder):
            environment = path[: -len(".yaml")] + ".env"
            yield Case(
                os.path.relpath(path, PROJECT),
                None,
                path,
                os.path.dirname(path),
                [environment] if os.path.exists(environment) else [],
                stamp=stamp,
            )


def mutant_cases(count: int, seed: int, folder: str = SEEDS) -> Iterator[Case]:
    """Mutants of the seeds, which stand in the seeds' own folder."""
    stamp = stamp_of(os.path.join(folder, "files"))
    for mutant in mutants(seeds(folder), count, seed):
        yield Case(
            f"{os.path.basename(mutant.origin)}#{seed}/{mutant.number}",
            mutant.text,
            mutant.origin,
            folder,
            told="; ".join(mutant.told),
            stamp=stamp,
        )


def corpus_mutant_cases(count: int, seed: int, folder: str, heat: Heat) -> Iterator[Case]:
    """Mutants of the corpus's templates that Heat accepts whole and that are not too long."""
    originals = []
    for case in corpus_cases(folder):
        source = case.source()
        if len(source) > LONGEST or case.environments:
            continue
        ((_, answer),) = heat.ask([case.question()])
        if not any(answer[stage] for stage in ("load", "validate", "create", "resources", "rules", "unchecked")):
            originals.append((case, source.decode() if isinstance(source, bytes) else source))
    for number in range(count):
        rng = random.Random(f"corpus/{seed}/{number}")
        case, text = rng.choice(originals)
        changed, told = mutate(text, read(text), rng)
        yield Case(f"{case.name}#{seed}/{number}", changed, case.path, case.root, told="; ".join(told))


def nested_cases(count: int, seed: int) -> Iterator[Case]:
    """Templates with nested ones and an environment, of which one file is a mutant; number 0 of each is as it was."""
    projects = sorted(os.listdir(NESTED))
    for number in range(count):
        rng = random.Random(f"nested/{seed}/{number}")
        project = projects[number % len(projects)]
        source = os.path.join(NESTED, project)
        folder = os.path.join(WORK, f"{seed}-{number}")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder)
        told = "as it is"
        if number >= len(projects):
            name = rng.choice(sorted(os.listdir(source)))
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                text = file.read()
            changed, said = mutate(text, read(text), rng, ENVIRONMENT if name.startswith("env") else FAMILIES)
            with open(path, "w", encoding="utf-8") as file:
                file.write(changed)
            told = f"{name}: " + "; ".join(said)
        yield Case(
            f"{project}#{seed}/{number}",
            None,
            os.path.join(folder, "main.yaml"),
            folder,
            [os.path.join(folder, name) for name in sorted(os.listdir(source)) if name.startswith("env")],
            told,
            stamp_of(folder),
        )


def made_cases(count: int, seed: int) -> Iterator[Case]:
    """Templates of resources made up from the catalog's facts: every type, its properties in ever other choices."""
    names = catalog.type_names(hidden=True)
    for number in range(count):
        rng = random.Random(f"made/{seed}/{number}")
        tree: dict[str, Any] = {"heat_template_version": "2018-08-31", "resources": {}}
        for at in range(rng.choice((1, 1, 2))):
            kind = catalog.find(names[number % len(names)] if at == 0 else rng.choice(names))
            if kind is not None:
                tree["resources"][f"r{at}"] = {
                    "type": kind.name,
                    "properties": properties_of(kind.properties, rng, tree, rng.choice((0.05, 0.2, 0.5, 0.9))),
                }
        yield Case(
            f"made#{seed}/{number}",
            write(tree, rng),
            os.path.join(SEEDS, "made.yaml"),
            SEEDS,
            told=", ".join(entry["type"] for entry in tree["resources"].values()),
        )


def corpus_folder() -> str | None:
    """The folder of a corpus: what HOT_DESIGNER_CORPUS says, or `shared/corpus` beside the project."""
    chosen = os.environ.get("HOT_DESIGNER_CORPUS") or os.path.join(PROJECT, "..", "shared", "corpus")
    return os.path.abspath(chosen) if os.path.isdir(chosen) else None


def corpus_cases(folder: str) -> Iterator[Case]:
    """The templates that the corpus's cases.txt names, or every template below it."""
    root = os.path.join(folder, "templates") if os.path.isdir(os.path.join(folder, "templates")) else folder
    listed = os.path.join(folder, "cases.txt")
    if os.path.exists(listed):
        with open(listed, encoding="utf-8") as lines:
            for line in filter(str.strip, lines):
                name, _, environment = line.rstrip("\n").partition("\t")
                yield Case(
                    name, None, os.path.join(root, name), root, [os.path.join(root, environment)] if environment else []
                )
    else:
        for path in _templates(root):
            yield Case(os.path.relpath(path, root), None, path, root)


def stamp_of(folder: str) -> str:
    """What changes when any file below a folder does."""
    state = hashlib.sha1(usedforsecurity=False)
    for path in sorted(os.path.join(base, name) for base, _, names in os.walk(folder) for name in names):
        with open(path, "rb") as file:
            state.update(path.encode() + b"\0" + file.read())
    return state.hexdigest()


def _templates(folder: str) -> Iterator[str]:
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(base, name)
            if name.endswith((".yaml", ".json")) and name != "index.yaml":
                with open(path, encoding="utf-8", errors="replace") as file:
                    if "heat_template_version" in file.read():
                        yield path
