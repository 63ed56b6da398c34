"""What the service is told by its surroundings, in environment variables that begin with MATCHING_."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

MEGABYTE = 1024 * 1024
A_TOKEN = re.compile(r"[\x21-\x7e]+")


class Settings(BaseSettings):
    """Where the service listens, who may ask, and how much. `body_limit` is in bytes, `body_seconds` in seconds.

    `runs` is the folder in which long work is kept; without it what is begun is gone once the service ends.
    """

    model_config = SettingsConfigDict(env_prefix="MATCHING_", frozen=True, extra="ignore", hide_input_in_errors=True)

    api_token: SecretStr | None = None
    body_limit: Annotated[int, Field(ge=1)] = 16 * MEGABYTE
    body_seconds: Annotated[float, Field(gt=0, le=600)] = 30
    at_once: Annotated[int, Field(ge=1, le=64)] = 2
    waiting: Annotated[int, Field(ge=0, le=1000)] = 30
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    runs: Path | None = None

    @field_validator("api_token")
    @classmethod
    def _can_be_sent(cls, token: SecretStr | None) -> SecretStr | None:
        """A blank token is none; any other must fit into a header."""
        if token is None or not token.get_secret_value().strip():
            return None
        if not A_TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("a token has only letters, digits and signs, and no spaces")
        return token
