"""What every answer carries, so that nothing keeps it, frames it or guesses at it; and HEAD, for whatever GET gives."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Answers:
    """Puts the headers on, and answers HEAD as GET without its body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and dress what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                _allow_head(headers)
            elif asked is not scope:
                message = {**message, "body": b""}
            await send(message)

        try:
            await self.app(asked, receive, sending)
        finally:
            scope["route"] = asked.get("route")


def _allow_head(headers: MutableHeaders) -> None:
    if "GET" in headers.get("allow", ""):
        headers["allow"] = f"{headers['allow']}, HEAD"
