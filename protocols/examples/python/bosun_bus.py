"""What every client of a Bosun daemon needs: a subscriber that knows when it lost something, and a command socket."""
import json
import os
import struct
import uuid
from dataclasses import dataclass
from typing import Any

import zmq

RUN_DIR = os.path.join(os.environ.get("XDG_RUNTIME_DIR") or "/run", "bosun")
HEADER = struct.Struct("<BBHIQQQQ16sQ")  # version, flags, size, generation, epoch, seq, scopeSeq, ns, cause, worker


class Refused(Exception):
    """A command was answered with an error: its message, and the stable word for the reason when it is Bosun's own."""


@dataclass(frozen=True)
class Event:
    scope: str  # <kind>.<scope>, such as ev.<thread> or wk.wmain-1
    method: str  # empty for the echo that says: joined
    epoch: int
    seq: int
    scope_seq: int
    worker: int
    missed: int  # events of this scope that were lost just before
    body: Any


class Events:
    """The first event says: joined. What is published after it and has one of the prefixes comes, or shows as missed."""

    def __init__(self, run_dir: str, *prefixes: str) -> None:
        self.socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.SUB)
        self.socket.set(zmq.SNDHWM, 0)  # subscriptions are messages too: none may be dropped
        self.socket.set(zmq.RCVHWM, 100_000)
        self.socket.connect(f"ipc://{run_dir}/events.sock")
        self.sync = f"~sync.{uuid.uuid4()}"
        self.joined, self.last = 0, dict[str, int]()
        for prefix in [*prefixes, self.sync]:
            self.socket.subscribe(prefix)

    def next(self, timeout: float) -> Event | None:
        """None when nothing comes for so many seconds. An echo comes again when the daemon was started anew."""
        while self.socket.poll(int(timeout * 1000)):
            topic, header, body = self.socket.recv_multipart()
            _, _, _, _, epoch, seq, scope_seq, _, _, worker = HEADER.unpack_from(header)
            if topic.decode() == self.sync:
                self.joined, self.last = epoch, {}
                return Event(self.sync, "", epoch, seq, 0, 0, 0, json.loads(body))
            if epoch == self.joined and not topic.startswith(b"~"):  # who hears everything hears others join
                kind, name, method = topic.decode().split(".", 2)
                scope = f"{kind}.{name}"
                missed = scope_seq - self.last.get(scope, scope_seq - 1) - 1
                self.last[scope] = scope_seq
                return Event(scope, method, epoch, seq, scope_seq, worker, missed, json.loads(body))
        return None


class Commands:
    def __init__(self, run_dir: str, client: str, timeout: float) -> None:
        self.client, self.timeout = client, timeout
        self.socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.REQ)
        self.socket.set(zmq.LINGER, 0)
        self.socket.set(zmq.REQ_RELAXED, 1)  # after a timeout the next call is a new one,
        self.socket.set(zmq.REQ_CORRELATE, 1)  # and a late reply is not taken for its own
        self.socket.connect(f"ipc://{run_dir}/commands.sock")

    def call(self, method: str, **params: Any) -> Any:
        self.send(method, params)
        if not self.socket.poll(int(self.timeout * 1000) + 1000):
            raise TimeoutError(f"{method}: no reply in {self.timeout + 1:g} s")
        return self.result()

    def send(self, method: str, params: dict[str, Any]) -> None:
        meta = {"client": self.client, "deadlineMs": int(self.timeout * 1000)}
        self.socket.send_json({"jsonrpc": "2.0", "id": 1, "method": method, "params": params, "meta": meta})

    def result(self) -> Any:
        reply: Any = self.socket.recv_json()
        if "error" in reply:
            raise Refused(reply["error"]["message"], reply["error"].get("data", {}).get("reason"))
        return reply["result"]
