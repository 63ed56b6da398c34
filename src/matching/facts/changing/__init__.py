"""What of the facts somebody could change, or find out: who, how, and to what."""
