"""A receiver of webhooks that keeps what it hears, over real HTTP."""

import hashlib
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver:
    """Listens on a free port; `events` are those with a good signature, `forged` the others."""

    def __init__(self, secret: str = "") -> None:
        self.secret = secret
        self.events: list[dict] = []
        self.forged: list[dict] = []
        self.refusals = 0  # so many deliveries it answers with 500
        receiver = self

        class Ear(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.hear(body, self.headers["X-Duffel-Signature"])
                self.send_response(200 if receiver.refusals <= 0 else 500)
                receiver.refusals -= 1
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *words):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Ear)
        self.url = f"http://127.0.0.1:{self.server.server_port}/webhooks"
        threading.Thread(target=self.server.serve_forever, args=[0.05], daemon=True).start()

    def hear(self, body: bytes, header: str) -> None:
        """Sort by signature."""
        parts = dict(part.split("=", 1) for part in header.split(","))
        seal = hmac.new(self.secret.encode(), f"{parts['t']}.".encode() + body, hashlib.sha256).hexdigest()
        good = parts["v1"] == parts["v2"] == seal
        (self.events if good else self.forged).append(json.loads(body))

    def types(self) -> list[str]:
        """What was heard, in order."""
        return [event["type"] for event in self.events]
