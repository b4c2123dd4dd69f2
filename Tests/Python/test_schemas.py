"""`protocols/schemas` against what a daemon says: each body has its schema, and each schema its body."""
import json
import os
import shutil
import time
import unittest
import uuid
from collections import defaultdict
from typing import Any

import zmq
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from bosun import JSON, Event, Flag
from daemon import BUILT, CHECKOUT, PATIENCE, Daemon, ask, say
from test_asyncapi import schemas_of

SCHEMAS = {path.name: json.loads(path.read_text()) for path in sorted((CHECKOUT / "protocols/schemas").glob("*.json"))}
BASE = "https://bosun.invalid/schemas/"
REGISTRY: Registry[Any] = Registry().with_resources(
    (BASE + name, DRAFT202012.create_resource(schema)) for name, schema in SCHEMAS.items())


def validator(name: str) -> Draft202012Validator:
    """What a schema does not name is allowed to clients, and a fault here."""
    return Draft202012Validator({"$ref": BASE + name, "unevaluatedProperties": False}, registry=REGISTRY)


class Seen:
    """The bodies that came, each held against its schema."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.counts: defaultdict[str, int] = defaultdict(int)

    def take(self, name: str, body: Any) -> None:
        self.counts[name] += 1
        if name not in SCHEMAS:
            self.faults.append(f"no schema {name}")
            return
        for error in validator(name).iter_errors(body):
            self.faults.append(f"{name}: {error.json_path}: {error.message[:200]} in {json.dumps(body)[:400]}")


class Listener:
    """Everything on the event socket, as it comes."""

    def __init__(self, daemon: Daemon, seen: Seen) -> None:
        self.seen, self.events = seen, list[Event]()
        self.socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.SUB)
        self.socket.set(zmq.RCVHWM, 0)
        self.socket.connect(f"ipc://{daemon.run_dir}/events.sock")
        self.socket.subscribe("")
        self.socket.subscribe(f"~sync.{uuid.uuid4()}")
        self.wait_for_echo()

    def wait_for_echo(self) -> None:
        topic, _, body = self.receive(PATIENCE)
        while not topic.startswith(b"~"):
            topic, _, body = self.receive(PATIENCE)
        self.seen.take("sync.json", json.loads(body))

    def wait(self, end: str) -> Event:
        """The next event whose topic ends so."""
        deadline = time.monotonic() + PATIENCE
        while True:
            event = self.take(deadline - time.monotonic())
            if event.topic.endswith(end):
                return event

    def take(self, patience: float) -> Event:
        event = Event.decode(*self.receive(patience))
        if event.flags & Flag.BY_REFERENCE:
            self.seen.take("bodyReference.json", event.json())
        elif event.flags & Flag.BY_DAEMON:
            name = f"{event.kind}.{event.method.replace('/', '.')}.json"
            self.seen.take(name, event.json())
            if schemas_of(event.topic) != {name}:
                self.seen.faults.append(f"asyncapi.yaml has {schemas_of(event.topic)} for {event.topic}, not {name}")
        return event

    def receive(self, patience: float) -> tuple[bytes, bytes, bytes]:
        if not self.socket.poll(max(0, int(patience * 1000))):
            raise AssertionError("nothing came")
        topic, header, body = self.socket.recv_multipart()
        return topic, header, body

    def close(self) -> None:
        self.socket.close(linger=0)


class Asker:
    """Commands as they stand on the wire, requests and replies."""

    def __init__(self, daemon: Daemon, seen: Seen) -> None:
        self.seen, self.count = seen, 0
        self.socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.REQ)
        self.socket.set(zmq.LINGER, 0)
        self.socket.connect(f"ipc://{daemon.run_dir}/commands.sock")

    def ask(self, method: str, params: JSON | None = None, **meta: Any) -> Any:
        """The result, or the error."""
        self.count += 1
        request = {"jsonrpc": "2.0", "id": self.count, "method": method, "params": params or {}, "meta": meta}
        self.seen.take("command.request.json", request)
        reply = self.send(json.dumps(request))
        return reply.get("result", reply.get("error"))

    def send(self, text: str) -> JSON:
        self.socket.send_string(text)
        if not self.socket.poll(int(PATIENCE * 1000)):
            raise AssertionError(f"no reply to {text}")
        reply: JSON = json.loads(self.socket.recv())
        self.seen.take("command.error.json" if "error" in reply else "command.reply.json", reply)
        return reply

    def close(self) -> None:
        self.socket.close(linger=0)


GROUPS = """
[[group]]
name = "main"
workers = 2
approval_deadline = "2s"
turn_stall = "1s"
idle_threads = "3s"
backoff_base = "50ms"
backoff_after_stable = "20ms"
approvals = [{kind = "file_change", result = "ask", quorum = 2}]

[[group]]
name = "retry"
retry_interrupted = true
idle_threads = "off"
command = RETRY

[[group]]
name = "lost"
command = LOST
codex_home = "DIR/lost"

[[group]]
name = "refused"
command = REFUSED
codex_home = "DIR/refused"

[[group]]
name = "failing"
command = ["/bin/false"]
codex_home = "DIR/failing"
crash_loop = 2
park_after = 3
backoff_base = "10ms"

[[group]]
name = "small"
codex_home = "DIR/small"
memory_limit = "1 MiB"
"""


class SchemaTests(unittest.TestCase):
    reference = ""

    def test_each_is_a_schema(self) -> None:
        self.assertGreater(len(SCHEMAS), 40)
        for name, schema in SCHEMAS.items():
            with self.subTest(name):
                Draft202012Validator.check_schema(schema)
                self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")

    def test_each_body_has_its_schema_and_each_schema_its_body(self) -> None:
        seen = Seen()
        scripts: dict[str, list[list[JSON]]] = {
            "RETRY": [[], [{"refuse": ["turn/start", "no"]}]],
            "LOST": [[], [{"refuse": ["thread/resume", "no rollout found for thread id x"]}]],
            "REFUSED": [[], [{"refuse": ["thread/resume", "no"]}]],
        }
        with Daemon(GROUPS, **scripts) as daemon:
            listener, asker = Listener(daemon, seen), Asker(daemon, seen)
            try:
                for worker in ("main-1", "main-2", "retry-1", "lost-1", "refused-1"):
                    daemon.wait_ready(worker)
                self.live(daemon, listener)
                self.ask(daemon, asker, listener)
                self.die(daemon, listener)
                self.operate(daemon, listener)
                daemon.process.terminate()
                listener.wait("sy.-.bye")
            finally:
                listener.close()
                asker.close()
            self.assertEqual(daemon.process.wait(PATIENCE), 0)
        self.assertEqual(seen.faults, [], "\n".join(seen.faults))
        self.assertEqual(set(SCHEMAS) - set(seen.counts) - {"common.json"}, set(), "nothing that was seen has these")

    def live(self, daemon: Daemon, listener: Listener) -> None:
        """What threads, turns and approvals are told with."""
        thread, turn = daemon.thread("main-1"), {"id": "u"}
        daemon.fake("main-1", say("turn/started", threadId=thread, turn=turn))
        listener.wait("bosun/turnStalled")
        item = {"type": "commandExecution", "id": "i"}
        about: JSON = {"threadId": thread, "turnId": "u", "itemId": "i", "command": "touch x", "cwd": "/"}
        daemon.fake("main-1", say("item/started", threadId=thread, turnId="u", item=item))
        for number in range(3):
            daemon.fake("main-1", ask(number, "item/commandExecution/requestApproval", **about))
            opened = listener.wait("approval/opened").json()
            if number == 0:
                self.claim(daemon, listener, opened["approvalId"])
                daemon.call("approval/respond", {"approvalId": opened["approvalId"], "decision": "accept"})
                listener.wait("approval/resolved")
            elif number == 1:
                listener.wait("approval/expired")
            else:
                daemon.fake("main-1", say("serverRequest/resolved", threadId=thread, requestId=number))
                listener.wait("approval/withdrawn")
        child = {"id": "child", "cwd": "/"}
        daemon.fake("main-1", say("thread/started", thread=child))
        spawns = {"type": "collabAgentToolCall", "id": "s", "tool": "spawnAgent", "receiverThreadIds": ["child"]}
        daemon.fake("main-1", say("item/started", threadId=thread, turnId="u", item=spawns))
        listener.wait("bosun/threadSpawned")
        daemon.fake("main-1", {"print": "no message"})
        listener.wait("bosun/malformed")
        daemon.fake("main-1", ask("left", "item/fileChange/requestApproval", **about))
        opened = listener.wait("approval/opened").json()
        daemon.call("approval/respond", {"approvalId": opened["approvalId"], "decision": "accept"})
        listener.wait("approval/voted")
        daemon.fake("main-1", say("large/one", threadId=thread, text="x" * 300_000))
        self.reference = listener.wait("large/one").json()["ref"]

    def claim(self, daemon: Daemon, listener: Listener, approval: str) -> None:
        daemon.call("approval/claim", {"approvalId": approval, "ttlMs": 60_000})
        listener.wait("approval/claimed")
        for claimed in daemon.call("approval/list")["approvals"]:
            listener.seen.take("approval.json", claimed)
        daemon.call("approval/release", {"approvalId": approval})
        listener.wait("approval/released")

    def ask(self, daemon: Daemon, asker: Asker, listener: Listener) -> None:
        """What is asked, and answered."""
        for approval in asker.ask("approval/list", worker="main-1", deadlineMs=10_000)["approvals"]:
            listener.seen.take("approval.json", approval)
        asker.ask("fleet/status")
        here = {"uid": os.getuid(), "pid": os.getpid()}
        for line in asker.ask("approval/list", {"history": True, "limit": 1_000})["history"]:
            listener.seen.take("ledger.line.json", line)
            self.assertEqual(line.get("from"), here if line["origin"] == "client" else None, line)
        for method, params in (
            ("events/replay", {"after": {"epoch": 0, "seq": 0}, "prefixes": ["ev.", "rq."], "limit": 100}),
            ("events/replay", {"sinceMs": 0}),
            ("events/snapshot", {"prefixes": ["ev."]}),
            ("events/snapshot", {}),
            ("events/body", {"ref": self.reference, "offset": 10, "length": 100}),
        ):
            name = method.replace("/", ".")
            listener.seen.take(f"{name}.params.json", params)
            listener.seen.take(f"{name}.result.json", asker.ask(method, params))
        asker.ask("ping", client="the test", command=str(uuid.uuid4()), group="main", notAfter=2**41)
        first, second = (asker.ask("approval/list", client="the test", idempotencyKey="k") for _ in range(2))
        self.assertEqual(first, second)
        self.assertEqual(asker.ask("ping", client="the test", idempotencyKey="k")["data"]["reason"], "key_reused")
        self.assertEqual(asker.ask("worker/stop", {"worker": "nobody"})["data"]["reason"], "unknown_worker")
        self.assertEqual(asker.ask("fake/do", {"steps": [{"answerText": '"error":{"code":-5,"message":"no"}'}]})["code"], -5)
        asker.send("no request")

    def die(self, daemon: Daemon, listener: Listener) -> None:
        """What the ends of workers are told with, of their threads too."""
        daemon.kill_worker("main-1")
        for end in ("approval/void", "bosun/turnInterrupted", "main-1.ready"):
            listener.wait(end)
        daemon.call("worker/stop", {"worker": "main-1"})
        listener.wait("bosun/threadMoved")
        listener.wait("bosun/threadUnloaded")
        for group, end in (("lost", "threadLost"), ("refused", "threadResumeFailed"), ("retry", "turnRetryFailed")):
            worker = f"{group}-1"
            thread = daemon.thread(worker)
            daemon.call("turn/start", {"threadId": thread})
            daemon.fake(worker, say("turn/started", threadId=thread, turn={"id": "u"}))
            daemon.kill_worker(worker)
            listener.wait(f"bosun/{end}")
        daemon.call("worker/unpark", {"worker": "failing-1"})
        for event in ("backingOff", "crashLoop", "parked"):
            listener.wait(f"failing-1.{event}")
        daemon.fake("main-2", {"answer": {}}, {"closeOutput": True})
        listener.wait("main-2.recycled")
        listener.wait("main-2.ready")

    def operate(self, daemon: Daemon, listener: Listener) -> None:
        """What operators do, and what the machine does."""
        program = daemon.directory / "program"
        shutil.copy(BUILT / "fake-app-server", program)
        daemon.configure(f"""{daemon.groups}
            [[group]]
            name = "busy"
            command = ["{program}"]
            """)
        with open(program, "r+b"):
            daemon.call("config/reload")
            listener.wait("sy.-.configReloaded")
            listener.wait("busy-1.spawnRetry")
        listener.wait("busy-1.ready")
        daemon.configure(daemon.groups)
        daemon.call("config/reload")
        listener.wait("busy-1.removed")
        listener.wait("small-1.overMemory")
        daemon.call("fleet/restart", {"rolling": True})
        listener.wait("sy.-.rollingRestart")
