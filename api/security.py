"""Who may ask: whoever knows the token; and, where none is set, only programs on this computer."""

import hmac
from ipaddress import IPv6Address, ip_address
from typing import Annotated

from fastapi import Depends, HTTPException, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import SecretStr
from starlette.datastructures import URL

BEARER = HTTPBearer(auto_error=False, scheme_name="token", description="The token that the service was started with.")

Given = Annotated[HTTPAuthorizationCredentials | None, Security(BEARER)]


def is_loopback(host: str) -> bool:
    """Whether only programs on this computer can reach an address; a name other than localhost counts as no."""
    if host.lower() == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    inner = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (inner or address).is_loopback


def may_listen(host: str, token: SecretStr | str | None) -> bool:
    """Whether the service may listen there: without a token on loopback only. An empty host is every address."""
    secret = token.get_secret_value() if isinstance(token, SecretStr) else token
    return bool(secret) or is_loopback(host)


async def guard(request: Request, given: Given) -> None:
    """Lets those ask who may; all others are refused before anything of the request is read."""
    token = request.app.state.service.settings.api_token
    if token is None:
        _asked_by_name_of_this_computer(request)
    elif given is None or not _same(given.credentials, token.get_secret_value()):
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), token.encode())


def _asked_by_name_of_this_computer(request: Request) -> None:
    """A page whose own name has been made to point here cannot read the register through its reader's browser."""
    try:
        asked = URL(f"http://{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        asked = ""
    if not is_loopback(asked):
        raise HTTPException(421)


GUARDED = Depends(guard)
