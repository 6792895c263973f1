"""Templates in every way that people, tools and other programs write them."""

from __future__ import annotations

BLOCK = """\
# a header

heat_template_version: 2018-08-31  # the version

description: >-
  folded
  over lines

parameter_groups:
  - label: One  # group
    parameters: [flavor, key]

parameters:
  flavor:
    type: string
    default: m1.small  # the default
    constraints:
      # first
      - custom_constraint: nova.flavor
  key: {type: string}

conditions:
  big: {equals: [{get_param: flavor}, m1.large]}

resources:

  # the network
  net:
    type: OS::Neutron::Net

  port:
    type: OS::Neutron::Port
    depends_on: net
    properties:
      network: {get_resource: net}
      # between items

      fixed_ips:
        # first
        - subnet: a   # at the end
        # second
        - subnet: b
          ip_address: 10.0.0.1


  server:
    type: OS::Nova::Server
    condition: big
    depends_on:
      - net
      - port
    properties:
      flavor: {get_param: flavor}
      networks:
      - port: {get_resource: port}
      - network: other
      user_data: |
        #!/bin/sh
        # no comment

        echo "$port"
      metadata: {a: 1, b: 'two', "c": "three"}
  # behind all

outputs:
  address:
    description: where
    value: {get_attr: [server, first_address]}
  # the end
"""
JSON = """\
{
  "heat_template_version": "2018-08-31",
  "parameters": {"flavor": {"type": "string", "default": "m1.small"}, "key": {"type": "string"}},
  "resources": {
    "net": {"type": "OS::Neutron::Net"},
    "port": {
      "type": "OS::Neutron::Port",
      "depends_on": ["net"],
      "properties": {
        "network": {"get_resource": "net"},
        "fixed_ips": [
          {"subnet": "a"},
          {"subnet": "b", "ip_address": "10.0.0.1"}
        ]
      }
    },
    "server": {"type": "OS::Nova::Server", "properties": {"flavor": {"get_param": "flavor"}, "metadata": {},
      "networks": [{"port": {"get_resource": "port"}}], "user_data": "#!/bin/sh\\necho é \\"x\\"\\n"}}
  },
  "outputs": {"address": {"value": {"get_attr": ["server", "first_address"]}}}
}
"""
FLOW = """\
heat_template_version: 2018-08-31
parameters: {flavor: {type: string, default: m1.small}, key: {type: string}}
resources: {net: {type: 'OS::Neutron::Net'},
  port: {type: OS::Neutron::Port, properties: {network: {get_resource: net}}},
  server: {type: OS::Nova::Server, depends_on: [net, port],  # why
    properties: {
      flavor: {get_param: flavor},  # the size
      # the networks
      networks: [
        {port: {get_resource: port}},  # one
        { network: other }
      ],
      metadata: { a: 1, b: [1, 2, 3,], },
    }}}
outputs: {address: {value: {get_attr: [server, first_address]}}}
"""
ANCHORS = """\
heat_template_version: 2018-08-31
parameters:
  flavor: &string {type: string}
  key: *string
resources:
  net: &net
    type: OS::Neutron::Net
    properties: &props
      tags: &tags [a, b]
      name: one
  other:
    type: OS::Neutron::Net
    properties:
      <<: *props
      name: two
  third:
    <<: *net
    metadata: {tags: *tags, more: *tags}
  server:
    type: OS::Nova::Server
    properties:
      flavor: &f {get_param: flavor}
      tags: *tags
      metadata:
        a: *f
        b: &long
          - x
          - y: z
        c: *long
outputs:
  o: {value: *f}
"""
LITERALS = """\
heat_template_version: 2018-08-31
resources:
  one:
    type: OS::Heat::SoftwareConfig
    properties:
      config: |+
        keep

      inputs: []
  two:
    type: OS::Heat::SoftwareConfig
    properties:
      config: >
        folded text
        goes on

          indented
      outputs:
      -   name: far
          description: |2
              indented more
      -
        name: alone
      - - nested
        - list
      -
        - a
        # inside
        - b
  three:
    type: OS::Heat::Value
    properties:
      value: "double
        over lines"
      type:   string	# a tab before
  four:
    type: OS::Heat::Value
    properties: {value: {get_resource: two}}
  five:
    type: "OS::Heat::Value"
    properties:
      ? value
      : {list_join: ['', [{get_resource: one},
          'x']]}
  six: {type: OS::Heat::Value, properties: {value: &x |-
    }}
outputs:
  last:
    value: |
      the end
      without a break""".replace("""properties: {value: &x |-
    }}""", "properties: {value: x}}")
WIDE = """\
heat_template_version:   '2018-08-31'
resources:
      net:
            type:       OS::Neutron::Net
            properties:
                  name:   'net'
                  tags:
                  -     a
                  -     b
      'quoted name':
            type: 'OS::Nova::Server'
            properties:
                  "flavor"  : 'm1'
                  networks:
                        -     network: {get_resource: net}
                              fixed_ip: '10.0.0.1'
                        -     port: 'x'
            depends_on: 'net'
"""
EMPTY = {
    "nothing": "",
    "comments": "# only a comment\n",
    "version": "heat_template_version: 2018-08-31",
    "null": "heat_template_version: 2018-08-31\nresources:\noutputs:\n",
    "null-comment": "heat_template_version: 2018-08-31\nresources:  # none yet\n  # nothing\noutputs: ~\n"
                    "parameters: null\n",
    "braces": "heat_template_version: 2018-08-31\nresources: {}  # none\nparameters: {}\noutputs: {}\n",
    "inner": "heat_template_version: 2018-08-31\nresources:\n  a:\n    type: X\n    properties:\n    depends_on: []\n"
             "  b:\n    type: X\n    properties: {}\n    metadata:\n",
    "json": '{"heat_template_version": "2018-08-31", "resources": {}}',
    "json-spread": '{\n    "heat_template_version": "2018-08-31",\n    "resources": {\n    }\n}\n',
    "marker": "---\nheat_template_version: 2018-08-31\nresources:\n  a:\n    type: X\n...\n",
    "directive": "%YAML 1.1\n---\nheat_template_version: 2018-08-31\nresources:\n  a: {type: X}\n",
}
STYLES: dict[str, str] = {
    "block": BLOCK, "json": JSON, "json-tight": JSON.replace("\n", "").replace("  ", "").replace(": ", ":"),
    "flow": FLOW, "anchors": ANCHORS, "literals": LITERALS, "wide": WIDE,
    **{f"empty-{name}": text for name, text in EMPTY.items()},
    "crlf": BLOCK.replace("\n", "\r\n"), "cr": BLOCK.replace("\n", "\r"), "json-crlf": JSON.replace("\n", "\r\n"),
    "no-last-break": BLOCK.rstrip("\n").rpartition("\n")[0], "json-tabs": JSON.replace("  ", "\t"),
    "literals-crlf": LITERALS.replace("\n", "\r\n"),
}
