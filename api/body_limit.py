"""A body larger than the limit is refused, by what it says of its length or by what comes; nothing of it is parsed."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import of_status

CLOSE = {"Connection": "close"}


class BodyLimit:
    """Counts the bytes of each request's body; `limit` is the most there may be."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse at once what says that it is too large; count what says nothing, or too little."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif self._says_too_much(scope):
            await of_status(413, headers=CLOSE)(scope, receive, send)
        else:
            await self.app(scope, self._counting(receive), send)

    def _says_too_much(self, scope: Scope) -> bool:
        said = [value for name, value in scope["headers"] if name == b"content-length"]
        return any(not value.isdigit() or int(value) > self.limit for value in said)

    def _counting(self, receive: Receive) -> Receive:
        left = self.limit

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413, headers=CLOSE)
            return message

        return counted
