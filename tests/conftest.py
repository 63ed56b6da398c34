"""How hard the properties are tried: the same examples every time in the gate, many new ones at night.

Set HYPOTHESIS_PROFILE to `nightly` for the second.
"""

import os

from hypothesis import HealthCheck, settings

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=25, suppress_health_check=SLOW)
settings.register_profile("nightly", deadline=None, max_examples=3_000, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
