"""A file's place in a commit's tree: finding it, and making the trees that differ in that place alone."""

from __future__ import annotations

import stat

from dulwich.object_store import BaseObjectStore
from dulwich.objects import Blob, ObjectID, Tree

from designer.errors import DesignerError

REGULAR = 0o100644


class Entry:
    """A file in a tree: its `mode` (0o100644, or 0o100755 where it may be run) and the name of its content."""

    __slots__ = ("mode", "blob")

    def __init__(self, mode: int, blob: ObjectID) -> None:
        self.mode = mode
        self.blob = blob


def find_entry(store: BaseObjectStore, tree_id: ObjectID | None, parts: tuple[bytes, ...]) -> Entry | None:
    """The file at that path below a tree (None: an empty one), or None where nothing is there.

    Raises DesignerError where something stands in the way: a folder, a file in place of a folder, a symbolic link,
    another repository (a submodule).
    """
    for depth, name in enumerate(parts):
        if tree_id is None:
            return None
        tree = read_tree(store, tree_id)
        if name not in tree:
            return None
        mode, child = tree[name]
        here = b"/".join(parts[: depth + 1]).decode()
        last = depth == len(parts) - 1
        if stat.S_ISLNK(mode):
            raise DesignerError(f"{here} is a symbolic link in the repository; it is not followed and not replaced")
        if stat.S_IFMT(mode) == 0o160000:
            raise DesignerError(f"{here} is another repository (a submodule); commit there instead")
        if stat.S_ISDIR(mode):
            if last:
                raise DesignerError(f"{here} is a folder in the repository, not a file")
            tree_id = child
        elif last:
            return Entry(mode, child)
        else:
            raise DesignerError(f"{here} is a file in the repository, so nothing can be below it")
    return None


def replace_entry(store: BaseObjectStore, tree_id: ObjectID | None, parts: tuple[bytes, ...], mode: int,
                  blob: ObjectID) -> tuple[ObjectID, list[Tree]]:
    """The root tree in which that path, and nothing else, is the given file; with the trees that have to be stored.

    `find_entry` has to have been asked before: what it refuses is not looked at again.
    """
    tree = read_tree(store, tree_id) if tree_id is not None else Tree()
    name, below = parts[0], parts[1:]
    if below:
        child = tree[name][1] if name in tree else None
        child_id, made = replace_entry(store, child, below, mode, blob)
        tree[name] = (stat.S_IFDIR, child_id)
    else:
        made = []
        tree[name] = (mode, blob)
    made.append(tree)
    return tree.id, made


def read_tree(store: BaseObjectStore, tree_id: ObjectID) -> Tree:
    """A tree by its name. Raises DesignerError where the name leads to something else."""
    found = store[tree_id]
    if not isinstance(found, Tree):
        raise DesignerError(f"{tree_id.decode()} is not a folder in the repository")
    return found


def read_blob(store: BaseObjectStore, blob_id: ObjectID) -> bytes:
    """A file's content. Raises DesignerError where the name leads to something else."""
    found = store[blob_id]
    if not isinstance(found, Blob):
        raise DesignerError(f"{blob_id.decode()} is not a file in the repository")
    return found.data
