"""OS::Nova::Server: what it boots from, its networks, and software deployments in its metadata."""

from __future__ import annotations

from designer.validate.resources import server_networks
from designer.validate.resources.certain import is_given, is_missing, is_one, is_true, maps_in
from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject
    from designer.validate.values.seen import Seen


_SOURCES = ("volume_id", "snapshot_id", "image", "swap_size", "ephemeral")
_BOOTABLE = ("volume_id", "snapshot_id", "image")


def check(subject: Subject) -> None:
    properties = subject.properties
    if is_one(properties["user_data_format"], "SOFTWARE_CONFIG"):
        metadata = subject.values.metadata
        if isinstance(metadata, dict) and "deployments" in metadata:
            subject.fault("HOT505", "user_data_format", name="metadata.deployments", other="user_data_format",
                          value="SOFTWARE_CONFIG", inside=())
    old, new = properties["block_device_mapping"], properties["block_device_mapping_v2"]
    if is_true(old) and is_true(new):
        subject.exclusive("block_device_mapping", "block_device_mapping_v2")
    else:
        _check_boot(subject)
    server_networks.check(subject)


def _check_boot(subject: Subject) -> None:
    properties = subject.properties
    image = properties["image"]
    old, new = properties["block_device_mapping"], properties["block_device_mapping_v2"]
    bootable = not is_missing(image)
    sources: list[tuple[str | int, ...]] = [("image",)] if is_given(image) else []
    certain = all(isinstance(each, list) or each is None for each in (old, new))
    for index, mapping in maps_in(old):
        inside = ("block_device_mapping", index)
        device = mapping["device_name"]
        bootable = bootable or device == "vda" or device.__class__ is Placeholder
        volume, snapshot = mapping["volume_id"], mapping["snapshot_id"]
        if is_given(volume) and is_given(snapshot):
            subject.exclusive("volume_id", "snapshot_id", inside=inside)
        elif is_missing(volume) and is_missing(snapshot):
            subject.one_needed("volume_id", "snapshot_id", inside=inside)
    faulty = False
    for index, mapping in maps_in(new):
        found, wrong = _check_device(subject, mapping, ("block_device_mapping_v2", index))
        faulty = faulty or wrong
        if found is None:
            certain = False
        elif found:
            bootable = True
            sources += found
    if faulty or not certain:
        return
    if not bootable:
        subject.fault("HOT510")
    elif is_true(new) and len(sources) > 1:
        subject.fault("HOT511", *sources[1], sources=sources)


def _check_device(subject: Subject, mapping: Seen,
                  inside: tuple[str | int, ...]) -> tuple[list[tuple[str | int, ...]] | None, bool]:
    """The sources that a device makes bootable, None where that is not known; and whether it is wrong in itself."""
    values = {name: mapping[name] for name in _SOURCES[:4]}
    values["ephemeral"] = mapping["ephemeral_size"] or mapping["ephemeral_format"]
    given = [name for name in _SOURCES if is_given(values[name])]
    if len(given) > 1:
        subject.exclusive(*(_written(name, mapping) for name in given), inside=inside)
        return [], True
    if all(is_missing(values[name]) for name in _SOURCES):
        subject.one_needed(*_SOURCES[:4], "ephemeral_size", "ephemeral_format", inside=inside)
        return [], True
    index = mapping["boot_index"]
    if any(not is_given(values[name]) and not is_missing(values[name]) for name in _BOOTABLE) or not (
            index is None or isinstance(index, int)):
        return None, False
    if index is None or index == 0:
        return [(*inside, name) for name in _BOOTABLE if is_given(values[name])], False
    return [], False


def _written(name: str, mapping: Seen) -> str:
    if name == "ephemeral":
        return "ephemeral_size" if mapping["ephemeral_size"] else "ephemeral_format"
    return name
