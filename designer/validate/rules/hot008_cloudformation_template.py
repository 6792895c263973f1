"""This is a CloudFormation-style template, not HOT.

Heat runs two kinds of templates. One begins with `heat_template_version` and is what this program reads. The
other, with `AWSTemplateFormatVersion` or `HeatTemplateFormatVersion`, follows AWS CloudFormation: other
sections (`Resources`, `Parameters`), other keywords (`Type`, `Properties`), other functions (`Ref`,
`Fn::GetAtt`). Heat may well accept it, so this is no error; but nothing in it has been checked.

CloudFormation:

```yaml
HeatTemplateFormatVersion: 2012-12-12
Resources:
  Server:
    Type: AWS::EC2::Instance
```

HOT:

```yaml
heat_template_version: 2021-04-16
resources:
  server:
    type: OS::Nova::Server
```

Source: heat.engine.cfn.template
"""

from __future__ import annotations

SEVERITY = "warning"


def message(key: str, **_: object) -> str:
    return (f"`{key}` makes this a CloudFormation-style template, not HOT. Heat may accept it, but nothing in it was "
            "checked here.")
