"""A client of the Bosun daemon: its events in unbroken order, its commands, its approvals.

    for item in bosun.Subscriber("ev.", "rq."):     # every event once, over restarts of daemon and link
        match item:
            case bosun.Snapshot(): ...              # how all stands: first, and again after `Lagged`
            case bosun.Event(): print(item.topic, item.json())

    thread = bosun.Commander().call("thread/start", {"cwd": "/tmp"})["thread"]["id"]

    for approval in bosun.Approver():               # each open approval, once
        ...

One file; needs Python 3.11 and pyzmq. Nothing in it starts a thread, and nothing is for more than one thread at a time.
The contract is `protocols/bus.md`, protocol 1.
"""
from __future__ import annotations

import base64
import hashlib
import json
import os
import struct
import time
import uuid
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntFlag
from typing import Any, NamedTuple, Self

import zmq

RUN_DIR = os.path.join(os.environ.get("XDG_RUNTIME_DIR") or "/run", "bosun")
JSON = dict[str, Any]
KINDS = ("ev", "dl", "rq", "wk")  # those that the daemon counts


# What a subscriber is given


class Cursor(NamedTuple):
    """A place in the order of all events; a later one is greater. The epoch is the daemon's start."""

    epoch: int
    seq: int


class Flag(IntFlag):
    REPLAYED = 1
    BY_REFERENCE = 2  # the body tells where the body is
    BY_DAEMON = 4  # believe only such events about approvals and workers
    NOT_JOURNALED = 8


@dataclass(frozen=True, slots=True)
class Event:
    topic: str
    kind: str  # ev, dl, rq, wk or sy
    scope: str  # a thread's id, w and a worker's name, or - for the daemon
    method: str
    flags: Flag
    generation: int  # how often the worker had been started
    cursor: Cursor
    scope_seq: int  # 1, 2, 3 … over the events of this stream in the epoch
    time_ns: int  # since 1970
    cause: uuid.UUID | None  # the command that led to it
    worker: int  # the worker's number, 0 for the daemon
    body: bytes

    HEADER = struct.Struct("<BBHIQQQQ16sQ")

    @classmethod
    def decode(cls, topic: bytes, header: bytes, body: bytes) -> Self:
        """Raises `ValueError` for what is no event of this protocol."""
        name = topic.decode("ascii")
        if len(header) < cls.HEADER.size or header[0] != 1 or name.count(".") < 2:
            raise ValueError(f"no event of protocol 1: {name[:120]!r}")
        kind, scope, method = name.split(".", 2)
        _, flags, _, generation, epoch, seq, scope_seq, time_ns, cause, worker = cls.HEADER.unpack_from(header)
        led_to = uuid.UUID(bytes=cause) if any(cause) else None
        place = Cursor(epoch, seq)
        return cls(name, kind, scope, method, Flag(flags), generation, place, scope_seq, time_ns, led_to, worker, body)

    @property
    def stream(self) -> str:
        """What `scope_seq` counts."""
        return f"{self.kind}.{self.scope}"

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How all of the subscription stood at a place in the order; what comes next is behind it."""

    cursor: Cursor
    threads: list[JSON]
    workers: list[JSON]
    approvals: list[JSON]


@dataclass(frozen=True, slots=True)
class Lagged:
    """Events were passed over, and a `Snapshot` comes next. `reason` is one of:

    `overflow`: this consumer is slower than the events are. `truncated`: the daemon does not keep so old ones any more.
    `foreign`: the place to begin behind is none of this daemon's.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class Elided:
    """Deltas were passed over that nobody keeps any more; what they were pieces of comes whole in `item/completed`."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Events that were published and can't be had: neither the stream nor the replay had them."""

    stream: str  # <kind>.<scope>, or <kind>.* when it is not known of which scope
    count: int


Item = Event | Snapshot | Lagged | Elided | Missed


# The order of events, decided without a socket


@dataclass(frozen=True, slots=True)
class Replay:
    """To be asked for: the page of `events/replay` behind there."""

    after: Cursor


@dataclass(frozen=True, slots=True)
class Resync:
    """To be asked for: a snapshot."""


@dataclass(frozen=True, slots=True)
class Page:
    events: list[Event]
    next: Cursor
    truncated: bool = False
    elided: bool = False

    @classmethod
    def of(cls, result: JSON) -> Self:
        events = [
            Event.decode(one["topic"].encode(), base64.b64decode(one["header"]), one["body"].encode())
            for one in result["events"]
        ]
        return cls(events, Cursor(**result["next"]), result["truncated"], result["elided"])


@dataclass(slots=True)
class _Gap:
    missed: Missed
    after: Cursor  # what is missing is behind that place
    is_certain: bool = True  # False: it may be from before the subscription


@dataclass(slots=True)
class _CatchUp:
    since: Cursor  # where the replay began
    reached: Cursor
    end: Cursor
    has_elided: bool = False


@dataclass(slots=True)
class _Mark:
    """A heartbeat's count of a kind's events over all scopes, all of which came, and how many came behind it."""

    cursor: Cursor
    total: int
    came: int = 0


class Order:
    """Makes each event once, in the order of its scope, out of a stream that loses some and a replay that keeps most.

    A value that does no I/O: what it `wants` is to be asked for, and given to `begin` or `page`. Until then what comes
    is held, `buffer` events at most.

    A loss is seen late: when the stream goes on behind it with another scope, nothing seems to be missing yet. So it is
    the place of an event's own scope that tells whether it was before, and a replay begins where the scope that shows
    the gap was last whole; what other scopes have of it already is dropped.
    """

    SCOPES = 50_000  # that are followed; above it all are let go, and one more gap may stay unseen

    def __init__(
        self, prefixes: Iterable[str], buffer: int = 20_000, patient: bool = False, after: Cursor | None = None
    ) -> None:
        self.wants: Replay | Resync | None = None
        self._prefixes = tuple(prefixes)
        self._buffer, self._patient = buffer, patient
        self._furthest = after  # that was given out
        self._base = self._proven = after or Cursor(0, 0)  # nothing up to there is ours; nothing up to there is missing
        self._last: dict[str, tuple[Cursor, int]] = {}  # of each stream
        self._marks: dict[str, _Mark] = {}  # of each kind that heartbeats count
        self._old_scopes: set[str] | None = set()  # those that may have counted before the base; None: any
        self._catching: _CatchUp | None = None
        self._held: list[Event] = []

    @property
    def position(self) -> Cursor | None:
        """All up to there was given out."""
        return self._catching.reached if self._catching else self._furthest

    def joined(self, at: Cursor) -> list[Item]:
        """A link is whole from there on: the first, or another after one that was lost."""
        self._held = []
        after = self.position
        if after is None or isinstance(self.wants, Resync):
            self.wants = Resync()
            return []
        if after > at:
            return self._lag("foreign")
        if at.epoch > after.epoch:  # of the old one nothing will come that could show a loss
            streams = [stream for stream in self._last if self._takes(f"{stream}.")]
            after = min([after, *map(self._whole_until, streams), *map(self._proof, filter(self._counts, KINDS))])
        self._catch_up(after, at)
        return []

    def begin(self, snapshot: Snapshot) -> list[Item]:
        """The snapshot that was wanted has come."""
        scopes = {one["threadId"] for one in snapshot.threads} | {f"w{one['worker']}" for one in snapshot.workers}
        self._settle(snapshot.cursor, scopes)
        self._catching = self.wants = None
        return [snapshot, *self._release()]

    def take(self, event: Event) -> list[Item]:
        """An event has come over the link."""
        if not self.wants:
            return self._pass(event)
        self._held.append(event)
        if len(self._held) <= self._buffer:
            return []
        self._held = []  # the replay, or the snapshot that is not yet taken, has them all
        if self._catching and not self._patient:
            return self._lag("overflow")
        if self._catching:
            self._catching.end = max(self._catching.end, event.cursor)
        return []

    def page(self, page: Page) -> list[Item]:
        """The page that was wanted has come."""
        catching = self._catching
        if not catching:
            return []
        if page.truncated:
            return self._lag("truncated")
        items: list[Item] = []
        if page.elided and not catching.has_elided:
            items.append(Elided())
            catching.has_elided = True
        # A page that goes no further is the end of what there is.
        is_end = page.next >= catching.end or page.next <= catching.reached
        reached = max(page.next, catching.end) if is_end else page.next
        came = [event for event in self._held if event.cursor <= reached]
        for event in sorted(page.events + came, key=lambda event: event.cursor):
            items += self._pass(event)
            if self._catching is not catching:
                return items  # a scope's gap is from before this replay, and another begins there
        self._held = self._held[len(came) :]
        self._furthest = max(self._furthest or reached, reached)
        catching.reached = reached
        self.wants = Replay(reached)
        if is_end:
            if catching.since <= self._proven:
                self._proven = max(self._proven, reached)
            self._catching = self.wants = None
            items += self._release()
        return items

    # Parts

    def _settle(self, at: Cursor, old_scopes: set[str] | None) -> None:
        self._furthest = self._base = self._proven = at
        self._old_scopes = old_scopes
        self._last, self._marks = {}, {}

    def _release(self) -> list[Item]:
        held, self._held = self._held, []
        return [item for event in held for item in self.take(event)]

    def _lag(self, reason: str) -> list[Item]:
        self._catching, self.wants = None, Resync()
        return [Lagged(reason)]

    def _catch_up(self, after: Cursor, end: Cursor) -> None:
        self._catching = _CatchUp(after, after, end)
        self.wants = Replay(after)

    def _pass(self, event: Event) -> list[Item]:
        """Gives out an event, unless it was before, or others have to come first."""
        last = self._last.get(event.stream)
        if event.cursor <= (last[0] if last else self._base):
            return []
        items: list[Item] = []
        if gaps := self._gaps(event):
            catching = self._catching
            after = min(gap.after for gap in gaps)
            if not catching:
                self._held.append(event)
                self._catch_up(after, event.cursor)
                return []
            if after < catching.since:
                self._catch_up(after, max(event.cursor, catching.end))
                return []
            items += [gap.missed for gap in gaps if self._is_news(gap, catching)]
        self._note(event)
        return [*items, event] if event.topic.startswith(self._prefixes) else items

    def _is_news(self, gap: _Gap, catching: _CatchUp) -> bool:
        """Whether to tell what the replay did not have either."""
        kind, _, scope = gap.missed.stream.partition(".")
        mark = self._marks.get(kind)
        if not gap.is_certain:
            return False
        if scope != "*" and self._counts(kind) and mark:
            if self._last.get(gap.missed.stream, (self._base, 0))[0] < mark.cursor:
                return False  # it was told with that heartbeat; what is missing since, the next one shows
            mark.came += gap.missed.count
        return not (catching.has_elided and kind == "dl")

    def _note(self, event: Event) -> None:
        if len(self._last) > self.SCOPES:
            self._settle(self._furthest or event.cursor, None)
        self._last[event.stream] = event.cursor, event.scope_seq
        self._furthest = max(self._furthest or event.cursor, event.cursor)
        mark = self._mark(event.kind, event.cursor)
        if mark and event.cursor > mark.cursor:
            mark.came += 1
        for kind, total in _said(event, "heartbeat").items():
            self._marks[kind] = _Mark(event.cursor, total)
        for kind, count in _said(event, "watermark").items():
            stream = f"{kind}.{event.scope}"
            if stream in self._last or self._gap(stream, event.cursor, count):
                self._last[stream] = event.cursor, count

    def _gaps(self, event: Event) -> list[_Gap]:
        """What must have been published before that event, and has not come."""
        found = [self._gap(event.stream, event.cursor, event.scope_seq - 1)]
        for kind, count in _said(event, "watermark").items():
            found.append(self._gap(f"{kind}.{event.scope}", event.cursor, count))
        for kind, total in _said(event, "heartbeat").items():
            if not self._counts(kind):
                continue
            if not (mark := self._mark(kind, event.cursor)):
                # The first: nothing is known of what came before it, and one replay tells.
                found.append(_Gap(Missed(f"{kind}.*", 0), self._proven, is_certain=False))
            elif (missed := total - mark.total - mark.came) > 0:
                found.append(_Gap(Missed(f"{kind}.*", missed), mark.cursor))
        return [gap for gap in found if gap]

    def _gap(self, stream: str, at: Cursor, count: int) -> _Gap | None:
        """What is missing if a stream had that count at that place."""
        # Nobody keeps `sy`, and the next one says all that an earlier one said. A part of a scope has holes.
        if stream.startswith("sy.") or not self._takes(f"{stream}."):
            return None
        last, number = self._last.get(stream, (self._base, 0))
        is_counted = stream in self._last and last.epoch == at.epoch
        is_certain = is_counted or at.epoch > self._base.epoch
        if not is_certain and (self._old_scopes is None or stream[3:] in self._old_scopes):
            return None
        missed = count - number if is_counted else count
        after = max(self._whole_until(stream), Cursor(at.epoch, 0))
        return _Gap(Missed(stream, missed), after, is_certain) if missed > 0 else None

    def _whole_until(self, stream: str) -> Cursor:
        """All of a stream up to there has come."""
        last, _ = self._last.get(stream, (self._proven, 0))
        return max(last, self._proof(stream[:2])) if self._counts(stream[:2]) else last

    def _proof(self, kind: str) -> Cursor:
        """Of a kind that heartbeats count, all up to there has come."""
        mark = self._marks.get(kind)
        return mark.cursor if mark else self._proven

    def _counts(self, kind: str) -> bool:
        """Whether all of a kind is subscribed to, so that a heartbeat's count says how many should have come."""
        return kind != "sy" and self._takes(f"{kind}.")

    def _mark(self, kind: str, at: Cursor) -> _Mark | None:
        """From where on a kind's events are counted; a new epoch begins with none."""
        mark = self._marks.get(kind)
        if at.epoch > (mark.cursor if mark else self._base).epoch:
            mark = self._marks[kind] = _Mark(Cursor(at.epoch, 0), 0)
        return mark

    def _takes(self, prefix: str) -> bool:
        """Whether all that begins so is subscribed to."""
        return prefix.startswith(self._prefixes)


def _said(event: Event, method: str) -> dict[str, int]:
    """The daemon's own counts, by kind, if it is that event of its."""
    if event.kind != "sy" or event.method != method or not event.flags & Flag.BY_DAEMON:
        return {}
    body = event.json()
    counts = body["last"] if method == "heartbeat" else body
    return {kind: counts[kind] for kind in KINDS if kind in counts}


# The sockets


class _Link:
    """A socket that notices the end of its connection: what comes behind that is another connection's."""

    def __init__(self, kind: int, endpoint: str, receive_limit: int) -> None:
        self._socket: zmq.Socket[bytes] = zmq.Context.instance().socket(kind)
        self._socket.set(zmq.LINGER, 0)
        self._socket.set(zmq.SNDHWM, 0)  # subscriptions are messages, too: none may be dropped
        self._socket.set(zmq.RCVHWM, receive_limit)
        self._socket.set(zmq.HEARTBEAT_IVL, 5_000)  # over tcp a dead peer would not be noticed
        self._socket.set(zmq.HEARTBEAT_TIMEOUT, 20_000)
        self._monitor: zmq.Socket[bytes] = self._socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        self._poller = zmq.Poller()
        self._poller.register(self._socket, zmq.POLLIN)
        self._poller.register(self._monitor, zmq.POLLIN)
        self._socket.connect(endpoint)

    def close(self) -> None:
        self._socket.disable_monitor()
        self._monitor.close(linger=0)
        self._socket.close(linger=0)

    def subscribe(self, prefix: str) -> None:
        self._socket.subscribe(prefix)

    def send(self, request: JSON) -> None:
        self._socket.send(json.dumps(request).encode())

    def is_cut(self) -> bool:
        return bool(self._monitor.poll(0))

    def receive(self, timeout: float | None) -> list[list[bytes]] | None:
        """Some of the messages that are there, none after so many seconds; None when the connection has ended."""
        self._poller.poll(None if timeout is None else max(0, int(timeout * 1000)))
        messages: list[list[bytes]] = []
        try:
            while len(messages) < 100:
                messages.append(self._socket.recv_multipart(zmq.NOBLOCK))
        except zmq.Again:
            pass
        # Looked at last: libzmq connects anew by itself, and tells of the end before it does.
        return None if self.is_cut() else messages


# Commands


READS = ("/list", "/read", "/get", "/status", "ping", "rpc.discover")


class BosunError(Exception):
    """A command was answered with an error: JSON-RPC's, the worker's, or Bosun's own, which has a `reason`."""

    def __init__(self, message: str, code: int = 0, reason: str | None = None, retryable: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.reason = reason  # a stable word
        self.retryable = retryable  # the same command, sent again later, may succeed without harm

    @classmethod
    def of(cls, error: JSON) -> Self:
        data = error.get("data")
        data = data if isinstance(data, dict) else {}
        return cls(error["message"], error["code"], data.get("reason"), data.get("retryable", False))


class NoAnswer(BosunError):
    """No reply came in time. What was asked for may have been done."""


@dataclass(frozen=True, slots=True)
class Reply:
    result: Any
    command: uuid.UUID | None  # the `cause` of the events that the command leads to
    cursor: Cursor | None  # all of them are behind that place


class Commander:
    """Asks one thing at a time, and asks again when the link was lost, or when the answer says that it is worth it.

    Until `timeout` is over. What does more than read has an idempotency key: sent again, it is not done again.
    """

    def __init__(self, run_dir: str = RUN_DIR, client: str = "bosun.py", timeout: float = 30) -> None:
        self.client, self.timeout = client, timeout
        self._endpoint = f"ipc://{run_dir}/commands.sock"
        self._link: _Link | None = None
        self._count = 0

    def call(self, method: str, params: JSON | None = None, **options: Any) -> Any:
        """The result of `ask`, alone."""
        return self.ask(method, params, **options).result

    def ask(
        self, method: str, params: JSON | None = None, *, timeout: float | None = None, key: str | None = None,
        **meta: Any,
    ) -> Reply:
        """Gives the one reply, or raises `BosunError`.

        `key`: one of your own lets another call, even another process of this `client`, ask for the same outcome, for a day.
        `meta`: the contract's, such as `worker="main-1"` or `command=str(uuid.uuid4())`.
        """
        until = time.monotonic() + (self.timeout if timeout is None else timeout)
        self._count += 1
        meta = {"client": self.client, **meta}
        if key or not method.startswith("events/") and not method.endswith(READS):
            meta["idempotencyKey"] = key or str(uuid.uuid4())
        request = {"jsonrpc": "2.0", "id": self._count, "method": method, "params": params or {}, "meta": meta}
        pause = 0.05
        while True:
            reply = self._exchange(request, until)
            if "error" not in reply:
                return self._read(reply)
            error = BosunError.of(reply["error"])
            if not error.retryable or time.monotonic() + pause > until:
                raise error
            time.sleep(pause)
            pause = min(2 * pause, 2)

    def body(self, reference: JSON) -> bytes:
        """The body that an event refers to. Raises `ValueError` when what comes has another checksum."""
        data = b""
        while len(data) < reference["size"]:
            place = {"ref": reference["ref"], "offset": len(data), "length": 1 << 20}
            piece = base64.b64decode(self.call("events/body", place)["data"])
            if not piece:
                break
            data += piece
        if hashlib.sha256(data).hexdigest() != reference["sha256"]:
            raise ValueError(f"the body {reference['ref']} came otherwise than it was")
        return data

    def close(self) -> None:
        """What is not answered yet is given up, and not sent any more."""
        if self._link:
            self._link.close()
        self._link = None

    def _exchange(self, request: JSON, until: float) -> JSON:
        is_sent = False
        while (left := until - time.monotonic()) > -1:  # the daemon's own word that it is too late comes at 0
            if not self._link:
                self._link, is_sent = _Link(zmq.DEALER, self._endpoint, 0), False
            if not is_sent:
                request["meta"]["deadlineMs"] = max(1, int(left * 1000))
                self._link.send(request)
                is_sent = True
            messages = self._link.receive(left + 1)
            for message in messages or []:
                reply: JSON = json.loads(message[-1])
                if reply.get("id") in (request["id"], None):  # none when the daemon could not read the request
                    return reply
            if messages is None:
                self.close()
        self.close()
        raise NoAnswer(f"{request['method']}: no answer", reason="no_answer")

    @staticmethod
    def _read(reply: JSON) -> Reply:
        meta = reply.get("meta") or {}
        command = uuid.UUID(meta["command"]) if "command" in meta else None
        return Reply(reply["result"], command, Cursor(meta["epoch"], meta["seq"]) if "seq" in meta else None)


# Events


class Subscriber:
    """All events with these prefixes, each once and in the order of its scope, and what else became of them.

    The first item is a `Snapshot`, the events behind it follow. What the link loses is had from `events/replay`, also
    what was published while the daemon was started anew. Where that can't be, an item says so: `Missed`, `Elided`, or
    `Lagged` with a new `Snapshot`.

    `after`: begin there instead, where an earlier subscriber had its `position`; every event since comes.
    `buffer`: events that may wait here. Who can't even keep up with a replay, so that they come to be more, is `Lagged`,
    unless `patient`: then all are replayed, however late, as long as the daemon keeps them.

    `Event`s with a large body come whole (`fetch_bodies`); one whose body is gone keeps its flag `BY_REFERENCE`.
    """

    def __init__(
        self, *prefixes: str, run_dir: str = RUN_DIR, after: Cursor | None = None, client: str = "bosun.py",
        buffer: int = 20_000, patient: bool = False, fetch_bodies: bool = True,
    ) -> None:
        self.position = after
        self.commander = Commander(run_dir, client)
        self._prefixes = prefixes or ("",)
        self._endpoint = f"ipc://{run_dir}/events.sock"
        self._buffer, self._fetches = buffer, fetch_bodies
        self._order = Order(self._prefixes, buffer, patient, after)
        self._items = deque[Item]()
        self._link: _Link | None = None
        self._sync, self._has_joined = b"", False

    def __iter__(self) -> Iterator[Item]:
        while item := self.next():
            yield item

    def next(self, timeout: float | None = None) -> Item | None:
        """None when nothing came for so many seconds. Raises `BosunError` when the daemon refuses a replay.

        A replay that is under way may take longer.
        """
        until = None if timeout is None else time.monotonic() + timeout
        while not self._items:
            if self._order.wants and self._has_joined:
                self._ask(self._order.wants)
                self._hear(0)
            elif not self._hear(None if until is None else until - time.monotonic()):
                if until is not None and time.monotonic() >= until:
                    return None
        item = self._items[0]
        if isinstance(item, Event):
            item = self._whole(item)
        self._items.popleft()
        if isinstance(item, Event | Snapshot):
            self.position = item.cursor
        if not self._items:
            self.position = self._order.position
        return item

    def close(self) -> None:
        self.commander.close()
        if self._link:
            self._link.close()
        self._link, self._has_joined = None, False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Parts

    def _connect(self) -> _Link:
        link = _Link(zmq.SUB, self._endpoint, self._buffer)
        self._sync, self._has_joined = f"~sync.{uuid.uuid4()}".encode(), False
        # The daemon's own marks show the loss of a scope's last events. The echo of what is subscribed last comes when
        # all is in place.
        for prefix in (*self._prefixes, "sy.-.", *_watermarks(self._prefixes), self._sync.decode()):
            link.subscribe(prefix)
        return link

    def _hear(self, timeout: float | None) -> bool:
        if not self._link:
            self._link = self._connect()
        messages = self._link.receive(timeout)
        if messages is None:
            self._link.close()
            self._link, self._has_joined = None, False
            return True
        for topic, header, body in messages:
            if topic == self._sync:
                self._has_joined = True
                self._items += self._order.joined(Cursor(**json.loads(body)))
            elif self._has_joined and not topic.startswith(b"~"):  # who hears all hears the echoes of others
                self._items += self._order.take(Event.decode(topic, header, body))
        return bool(messages)

    def _ask(self, wanted: Replay | Resync) -> None:
        query: JSON = {"prefixes": list(self._prefixes)}
        try:
            if isinstance(wanted, Replay):
                result = self.commander.call("events/replay", {**query, "after": wanted.after._asdict()})
                self._items += self._order.page(Page.of(result))
            else:
                state = self.commander.call("events/snapshot", query)
                place = Cursor(state["epoch"], state["seq"])
                snapshot = Snapshot(place, state["threads"], state["workers"], state["approvals"])
                self._items += self._order.begin(snapshot)
        except NoAnswer:
            if self._link and not self._link.is_cut():
                raise

    def _whole(self, event: Event) -> Event:
        if not self._fetches or not event.flags & Flag.BY_REFERENCE:
            return event
        try:
            body = self.commander.body(event.json())
        except BosunError as error:
            if error.reason != "truncated":
                raise
            return event
        return replace(event, body=body, flags=event.flags & ~Flag.BY_REFERENCE)


def _watermarks(prefixes: Iterable[str]) -> set[str]:
    """The prefixes of the watermarks that tell about such subscriptions."""
    rest = [prefix[3:].partition(".") for prefix in prefixes if prefix[:3] in ("ev.", "dl.", "rq.")]
    return {f"sy.{scope}{dot}" for scope, dot, _ in rest}


# Approvals


@dataclass(frozen=True, slots=True)
class Approval:
    """A question of codex's that waits for somebody."""

    id: str
    method: str
    params: JSON
    offered: list[Any]  # what may be decided
    refusal: Any  # which of them grants nothing and lets the turn go on
    thread: str | None
    worker: str
    json: JSON  # all that the daemon says of it

    @classmethod
    def of(cls, body: JSON) -> Self:
        return cls(
            body["approvalId"], body["method"], body["params"], body["offered"], body["refusal"], body.get("threadId"),
            body["worker"], body)


class Approver:
    """Open approvals as they come, those that are open already first, each once.

    `open` has those that nobody has answered yet. Nothing is ever answered by itself.
    """

    def __init__(self, run_dir: str = RUN_DIR, client: str = "bosun.py") -> None:
        self.commander = Commander(run_dir, client)
        self.open: dict[str, Approval] = {}
        self._events = Subscriber("rq.", run_dir=run_dir, client=client)
        self._new = deque[Approval]()

    def __iter__(self) -> Iterator[Approval]:
        while approval := self.next():
            yield approval

    def next(self, timeout: float | None = None) -> Approval | None:
        """None when none came for so many seconds."""
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            while self._new:
                approval = self._new.popleft()
                if approval.id in self.open:  # and not closed since
                    return approval
            item = self._events.next(None if until is None else max(0, until - time.monotonic()))
            match item:
                case None:
                    return None
                case Snapshot():
                    known, self.open = self.open, {}
                    self._add(item.approvals, known)
                case Event(flags=flags) if flags & Flag.BY_DAEMON:
                    body = item.json()
                    if item.method == "approval/opened":
                        self._add([body], self.open)
                    elif item.method in CLOSED:
                        self.open.pop(body["approvalId"], None)

    def _add(self, bodies: list[JSON], known: dict[str, Approval]) -> None:
        for approval in map(Approval.of, bodies):
            if approval.id not in known:
                self._new.append(approval)
            self.open[approval.id] = approval

    def claim(self, approval: Approval, seconds: float) -> None:
        """Nobody else may answer it meanwhile. Raises `BosunError` when somebody has claimed or answered it."""
        self.commander.call("approval/claim", {"approvalId": approval.id, "ttlMs": int(seconds * 1000)})

    def release(self, approval: Approval) -> None:
        self.commander.call("approval/release", {"approvalId": approval.id})

    def respond(self, approval: Approval, decision: Any) -> None:
        """`decision` is one of `offered`. Raises `BosunError`, whose reason tells when somebody was faster."""
        self.commander.call("approval/respond", {"approvalId": approval.id, "decision": decision})

    def respond_with(self, approval: Approval, result: JSON) -> None:
        """The whole result as codex's schema has it, such as the answers to its questions."""
        self.commander.call("approval/respond", {"approvalId": approval.id, "result": result})

    def close(self) -> None:
        self.commander.close()
        self._events.close()


CLOSED = frozenset(f"approval/{state}" for state in ("resolved", "expired", "withdrawn", "void"))
