"""HTTP: reads a request, checks token and version, lets faults have their way, and writes the reply."""

import json
import select
import socket
import struct
import sys
import time
import traceback
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from travel.sandbox import faults, routes, sabotage
from travel.sandbox.airline import Airline, Call, Endpoint, Reply
from travel.sandbox.marks import resource_id
from travel.sandbox.refusals import Refusal, broken, not_found, unauthorised

VERSIONS = {"v2", "v1"}  # the official Python client still says v1
LARGEST_BODY = 1_000_000
CALLS_PER_MINUTE = 600  # told in the headers, not enforced: `rate_limited_429` does that


class Desk(BaseHTTPRequestHandler):
    """One connection of a customer; it stays open from call to call."""

    protocol_version = "HTTP/1.1"
    server_version = "SandboxAirline"
    disable_nagle_algorithm = True
    timeout = 120
    server: "Server"

    def do_GET(self) -> None:
        """Read."""
        self._serve()

    def do_POST(self) -> None:
        """Make."""
        self._serve()

    def do_PATCH(self) -> None:
        """Change."""
        self._serve()

    def do_DELETE(self) -> None:
        """Take away."""
        self._serve()

    def log_message(self, *words: object) -> None:
        """Nothing: paths of searches may hold names."""

    def _serve(self) -> None:
        request_id = resource_id("req")
        try:
            reply = self._answer(request_id)
        except Refusal as refusal:
            reply = Reply(refusal.status, refusal.envelope(request_id))
        except Exception as error:  # a bug of ours must look like a broken airline, not like silence
            report(error)
            wrong = broken(500, "internal_server_error", f"{type(error).__name__}: {error}")
            reply = Reply(500, wrong.envelope(request_id))
        self._send(reply, request_id)

    def _answer(self, request_id: str) -> Reply:
        url, raw = urlsplit(self.path), self._read_body()
        found = routes.find(self.command, url.path)
        if found is None:
            raise not_found()
        endpoint, keys = found
        call = Call(endpoint.__name__, keys, parse_qs(url.query), self._understand(raw), request_id)
        if url.path.startswith("/sandbox"):
            return endpoint(self.server.airline, call)
        self._check_caller()
        return self._act(endpoint, call)

    def _read_body(self) -> bytes:
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST_BODY:
            self.close_connection = True
            raise Refusal(413, "invalid_request_error", "too_large", "The body is too large.")
        return self.rfile.read(length)

    def _understand(self, raw: bytes) -> dict:
        """JSON; the form of our own page comes as a form."""
        if self.headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded"):
            return {name: values[-1] for name, values in parse_qs(raw.decode()).items()}
        return _read_json(raw)

    def _check_caller(self) -> None:
        scheme, _space, token = self.headers.get("Authorization", "").partition(" ")
        wanted = self.server.airline.terms.token
        if scheme != "Bearer" or not token or (wanted and token != wanted):
            raise unauthorised()
        if self.headers.get("Duffel-Version") not in VERSIONS:
            message = "The header 'Duffel-Version' must be 'v2'."
            raise Refusal(400, "invalid_request_error", "unsupported_version", message)

    def _act(self, endpoint: Endpoint, call: Call) -> Reply:
        """The call itself, or what a fault makes of it; calls that change something are journalled."""
        airline = self.server.airline
        fault, status = faults.take(airline, call), None
        try:
            if fault is None:
                reply = endpoint(airline, call)
            else:
                reply = sabotage.play(airline, call, fault, lambda: endpoint(airline, call))
            status = None if reply.torn or reply.silence is not None else reply.status
        except Refusal as refusal:
            status = refusal.status
            raise
        finally:
            if self.command != "GET":
                kept = {"endpoint": call.endpoint, "request_id": call.request_id, "status": status}
                airline.store.add("calls", made=airline.clock.now(), fault=fault and fault.kind, **kept)
        return reply

    def _send(self, reply: Reply, request_id: str) -> None:
        if reply.torn:
            return self._tear()
        if reply.silence is not None:
            return self._stay_silent(reply.silence)
        body = reply.body if isinstance(reply.body, bytes) else b"" if reply.body is None else _json(reply.body)
        self.send_response(reply.status)
        for name, value in {**self._headers(request_id), **reply.headers}.items():
            self.send_header(name, value)
        if reply.status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True
        return None

    def _headers(self, request_id: str) -> dict[str, str]:
        limit, left, fresh = self.server.allowance()
        return {
            "Content-Type": "application/json; charset=utf-8",
            "X-Request-Id": request_id,
            "Ratelimit-Limit": str(limit),
            "Ratelimit-Remaining": str(left),
            "Ratelimit-Reset": formatdate(fresh, usegmt=True),
        }

    def _tear(self) -> None:
        """A TCP reset."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def _stay_silent(self, seconds: float) -> None:
        """Hold the line without a word, until the caller hangs up or the seconds are over."""
        self.close_connection = True
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.server.airline.closing.is_set():
            heard, _out, _bad = select.select([self.connection], [], [], 0.1)
            if heard and not _still_there(self.connection):
                return


def report(error: Exception) -> None:
    """Where a bug of ours is, without what it was about."""
    sys.stderr.write(f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}")
    sys.stderr.flush()


def _still_there(connection: socket.socket) -> bool:
    try:
        return bool(connection.recv(1, socket.MSG_PEEK))
    except OSError:
        return False


def _json(body: dict) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


def _read_json(raw: bytes) -> dict:
    try:
        body = json.loads(raw) if raw.strip() else {}
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Refusal(400, "invalid_request_error", "malformed_json", "The body is not a JSON object.")
    return body


class Server(ThreadingHTTPServer):
    """Listens, one thread for each connection."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, airline: Airline) -> None:
        self.airline = airline
        self._minute, self._used = 0, 0
        super().__init__((airline.terms.host, airline.terms.port), Desk)

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that hangs up is nothing to report."""

    def allowance(self) -> tuple[int, int, int]:
        """Calls allowed in a minute, left of them, and when the next minute begins."""
        minute = int(time.time()) // 60
        if minute != self._minute:
            self._minute, self._used = minute, 0
        self._used += 1
        return CALLS_PER_MINUTE, max(0, CALLS_PER_MINUTE - self._used), (minute + 1) * 60
