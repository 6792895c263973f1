"""OS::Heat::AccessPolicy: the resources it opens."""

from __future__ import annotations

from designer.values import Placeholder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


def check(subject: Subject) -> None:
    names = subject.properties["AllowedResources"]
    resources = subject.view.template.resources
    for index, name in enumerate(names if isinstance(names, list) else ()):
        if name.__class__ is Placeholder:
            continue
        if not isinstance(name, str) or name not in resources or subject.view.enabled(name) is False:
            subject.fault("HOT513", "AllowedResources", index, name=str(name), what="a resource of the template",
                          known=tuple(resources))
