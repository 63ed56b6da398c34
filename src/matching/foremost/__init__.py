"""The first options of a referral without judging every home: what surely cannot be among them is never looked at."""
