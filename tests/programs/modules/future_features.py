# wasm: yes
"""Features of __future__ that are the rule now, and the objects that stand for them."""
from __future__ import annotations, division as real_division, generator_stop
from __future__ import (absolute_import, nested_scopes, with_statement, print_function, unicode_literals, generators,
                        barry_as_FLUFL as flufl)
import __future__

print(annotations, real_division, generators)
print(annotations.getOptionalRelease(), annotations.getMandatoryRelease(), division if "division" in globals() else None)
for name in __future__.all_feature_names:
    feature = getattr(__future__, name)
    print(name, feature, feature.optional, feature.mandatory, feature.compiler_flag, type(feature).__name__)
print(__future__.__all__[:3], __future__.CO_NESTED, __future__.CO_FUTURE_ANNOTATIONS, __future__.__name__)
print(__doc__)
