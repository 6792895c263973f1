"""What yaql has and is not evaluated here: clocks, chance, regular expressions, definitions.

Their results turn on the moment, on luck or on expressions that may run forever.
"""

from __future__ import annotations

from designer.functions.yaql.library import FUNCTION, METHOD, know

know("localtz now utctz random", "")
know("datetime format isDatetime isRegex isTimespan random regex escapeRegex timespan characters call def generateMany",
     "*rest: any; **named")
know("format unpack zipLongest", "*rest: any; **named", METHOD)
know("#operator_=~ #operator_!~", "string: text; pattern: text", FUNCTION)
know("matches", "string: text; regexp: text", METHOD)
# What gives a regular expression is not evaluated, so that none ever comes here; the arguments have to be asked for.
know("matches search searchAll split", "regexp: regex; *rest: any", METHOD)
know("split replace replaceBy", "string: text; regexp: regex; *rest: any", METHOD)
