"""The words and days from which a made-up world is drawn."""

from datetime import date

from matching.domain.codes import NeedDomain

AS_OF = date(2026, 11, 24)
OURS = "E06000060"
PLACING = {OURS: 60, "E06000042": 10, "E10000025": 10, "E10000015": 8, "E09000017": 7, "E08000025": 5}
DOMAINS = [domain.value for domain in NeedDomain]
RISKS = ("violence", "violence_to_carers", "violence_to_animals", "fire_setting", "theft", "missing", "self_harm")
ACCESS = ("step_free", "ground_floor", "wet_room", "hoist")
SUPPORT = ("therapy", "supervising_social_worker", "night_staff")
SCHOOLS = tuple(f"11000{k}" for k in range(10))
CHECKED = date(2026, 11, 1)
FOSTERING = ("foster", "connected_foster", "foster_for_adoption")
REGISTERED = ("childrens_home", "supported_accommodation", "residential_school", "family_centre", "secure")
OTHERS = ("supported_accommodation", "residential_school", "family_centre", "other_arrangements")
