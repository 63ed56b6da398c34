"""What happens when something fails that nobody foresaw, or the service stops: an answer without a word of it."""

from asyncio import CancelledError
from uuid import uuid4

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.body_limit import CLOSE
from api.errors import BY_STATUS, STOPPING, problem_of
from api.logs import log_defect


class LastResort:
    """Answers for a defect, so that nothing of it reaches the caller or the log but its kind and its place."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; where that fails or is stopped before an answer began, answer with a problem."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except ClientDisconnect:
            return
        except CancelledError:  # the server was told to stop, and has waited as long as it will
            if not begun:
                await problem_of(STOPPING).response(CLOSE)(scope, receive, send)
        except Exception as error:
            error_id = uuid4().hex
            log_defect(error, error_id)
            if not begun:
                await problem_of(BY_STATUS[500], error_id=error_id).response()(scope, receive, send)
