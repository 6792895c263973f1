"""The structure of a template: its sections, the fields of its resources and outputs, and their shapes.

One pass a part; each reports all that Heat would refuse, where Heat stops at the first.
"""
