"""What yaql has and is not evaluated here: clocks, chance, regular expressions, definitions.

Their results turn on the moment, on luck or on expressions that may run forever.
"""

from __future__ import annotations

from designer.functions.yaql.library import FUNCTION, METHOD, know

know("datetime format isDatetime isRegex isTimespan localtz now random regex escapeRegex timespan utctz characters "
     "call def generateMany", FUNCTION)
know("matches search searchAll replaceBy format unpack zipLongest split replace", METHOD)
know("#operator_=~ #operator_!~", FUNCTION)
