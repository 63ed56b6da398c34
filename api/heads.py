"""How a request begins: its address and headers are bounded before anything of them is looked at, the token too."""

from starlette.responses import Response
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from api.answers import HEADERS
from api.body_limit import CLOSE
from api.errors import of_status

MOST = 65_536
"""Bytes that may come before a head, or what follows a body in parts, is whole; the last read may go beyond."""


class BoundedHeads(HttpToolsProtocol):
    """Reads HTTP; what does not come to an end is refused and not kept."""

    _unread = 0
    _got_on = False

    def data_received(self, data: bytes) -> None:
        """Read on, unless too much has come since a head, a part of a body or a request was whole."""
        self._got_on = False
        super().data_received(data)
        self._unread = 0 if self._got_on else self._unread + len(data)
        if self._unread > MOST and not self.transport.is_closing():
            self._refuse(431)

    def on_headers_complete(self) -> None:
        """Note that the head is whole."""
        self._got_on = True
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Note that more of the body is there."""
        self._got_on = True
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Note that the request is whole."""
        self._got_on = True
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - our own words say what it is
        """Refuse what is not HTTP in the same shape as all else."""
        self._refuse(400)

    def _refuse(self, status: int) -> None:
        """Say so, where no answer is under way on this line, and hang up."""
        if self.cycle is None or self.cycle.response_complete:  # type: ignore[redundant-expr]  # none at first
            self.transport.write(_as_sent(of_status(status, headers=HEADERS | CLOSE)))
        self.transport.close()


def _as_sent(answer: Response) -> bytes:
    headers = b"".join(b"%s: %s\r\n" % header for header in answer.raw_headers)
    return STATUS_LINE[answer.status_code] + headers + b"\r\n" + bytes(answer.body)
