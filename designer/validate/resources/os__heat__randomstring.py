"""OS::Heat::RandomString: the length, and what must occur in it."""

from __future__ import annotations

from designer.validate.resources.certain import exceeds, is_true, maps_in, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    properties = subject.properties
    sequence = properties["sequence"]
    sequences = properties["character_sequences"]
    classes = properties["character_classes"]
    if is_true(sequence):
        if "character_classes" in subject.given:
            # Heat makes a class of it and stumbles over those that are there
            subject.exclusive("character_classes", "sequence")
            return
        classes = [{"class": sequence, "min": 1}]
    least = 0
    for holder in (sequences, classes):
        for _, each in maps_in(holder):
            if isinstance(each["min"], int):
                least += each["min"]
    if exceeds(least, properties["length"]):
        place = "length" if "length" in subject.given else next(iter(subject.given), "length")
        subject.fault("HOT507", place, rule=f"`length` ({told(properties['length'])}) must not be less than the "
                      f"{least} characters that its classes and sequences ask for")
