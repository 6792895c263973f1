"""What an expression is worth: a plain Python value in which any part may be a Placeholder.

    "10.0.0.1"                                           known
    ["a", Placeholder("string", "get_attr", ("port", "fixed_ips", 0, "ip_address"))]     known in part
"""

from __future__ import annotations

from designer.values.kinds import kind_of, may_be, one_of, same, unknown
from designer.values.placeholder import (
    ANY,
    BOOLEAN,
    INTEGER,
    LIST,
    MAP,
    NULL,
    NUMBER,
    SET,
    STRING,
    Placeholder,
    is_known,
)

__all__ = ["ANY", "BOOLEAN", "INTEGER", "LIST", "MAP", "NULL", "NUMBER", "SET", "STRING", "Placeholder", "is_known",
           "kind_of", "may_be", "one_of", "same", "unknown"]
