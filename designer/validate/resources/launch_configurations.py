"""Groups that launch by a configuration, and how long their updates pause.

Source: heat.engine.resources.openstack.heat.instance_group.
"""

from __future__ import annotations

from designer.validate.resources.certain import is_false, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from designer.validate.resources.subject import Subject


LONGEST_PAUSE = 3600


def check_launch_configuration(subject: Subject) -> None:
    """The configuration must be one of the stack's resources, and the group must depend on it."""
    name = subject.properties["LaunchConfigurationName"]
    if is_false(name) and "LaunchConfigurationName" in subject.given and subject.type.name == "OS::Heat::InstanceGroup":
        subject.fault("HOT512", "LaunchConfigurationName", value=name, wanted="the reference of a launch configuration")
    if not is_true(name):
        return
    resource = subject.view.template.resources.get(name)
    if resource is None:
        subject.fault("HOT513", "LaunchConfigurationName", name=name, what="a resource of the template", known=tuple(
            subject.view.template.resources))
        return
    own = subject.values.resource
    if not any(reference.target == name for reference in subject.values.references) and not any(
            depends == name for depends, _ in own.depends_on):
        subject.fault("HOT515", "LaunchConfigurationName", name=name)


def check_pause(subject: Subject, policy: str) -> None:
    """An update may pause for an hour at most between two batches."""
    policies = subject.values.update_policy
    given = policies.get(policy) if isinstance(policies, dict) else None
    pause = given.get("PauseTime") if isinstance(given, dict) else None
    if not isinstance(pause, str):
        return
    seconds = seconds_of(pause)
    if seconds is None:
        subject.policy_fault("HOT512", policy, "PauseTime", value=pause, wanted="a duration of the form PT#H#M#S")
    elif seconds > LONGEST_PAUSE:
        subject.policy_fault("HOT507", policy, "PauseTime", rule=f"`PauseTime` ({pause}) must not be more than an hour")


def seconds_of(duration: str) -> int | None:
    """The seconds of an ISO 8601 duration of hours, minutes and seconds; None where it is no such text."""
    from re import match

    found = match(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$", duration)
    if found is None:
        return None
    hours, minutes, seconds = (int(group or 0) for group in found.groups())
    return hours * 3600 + minutes * 60 + seconds
