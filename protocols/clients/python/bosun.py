"""A client of the Bosun daemon: its events in unbroken order, its commands, its approvals.

    for item in bosun.Subscriber("ev.", "rq."):     # every event once, over restarts of daemon and link
        match item:
            case bosun.Snapshot(): ...              # how all stands: first, and again after `Lagged`
            case bosun.Event(): print(item.topic, item.json())

    thread = bosun.Commander().call("thread/start", {"cwd": "/tmp"})["thread"]["id"]

    for approval in bosun.Approver():               # each open approval, once
        ...

    remote = bosun.Endpoints(                       # from another machine; all three take it
        "tcp://fleet:7402", "tcp://fleet:7401", bosun.Keys.read("daemon.public", "ann.secret"))
    bosun.Approver(endpoints=remote)

One file; needs Python 3.11 and pyzmq. Nothing in it starts a thread, and nothing is for more than one thread at a time.
The contract is `protocols/bus.md`, protocol 1.
"""
from __future__ import annotations

import base64
import hashlib
import json
import math
import os
import struct
import time
import uuid
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import IntFlag
from typing import Any, NamedTuple, Self

import zmq
from zmq.utils.monitor import recv_monitor_message

RUN_DIR = os.path.join(os.environ.get("XDG_RUNTIME_DIR") or "/run", "bosun")
JSON = dict[str, Any]
KINDS = ("ev", "dl", "rq", "wk")  # those that the daemon counts


# Where a daemon is


@dataclass(frozen=True, slots=True)
class Keys:
    """What CURVE takes of a client, each of 40 characters. Raises `ValueError` for what is no key."""

    daemon: bytes  # the daemon's public half: nobody else can stand in for it
    secret: bytes = field(repr=False)  # the client's own secret half; its public half follows from it

    def __post_init__(self) -> None:
        for what, key in (("daemon's public", self.daemon), ("client's secret", self.secret)):
            try:
                zmq.curve_public(key)
            except (ValueError, zmq.ZMQError):
                raise ValueError(f"the {what} key is none: a key has 40 characters of Z85") from None

    @classmethod
    def read(cls, daemon: str | os.PathLike[str], secret: str | os.PathLike[str]) -> Self:
        """From the files that `bosun keys new` writes: the daemon's NAME.public, and the client's NAME.secret."""
        halves = []
        for path in (daemon, secret):
            with open(path, "rb") as file:
                halves.append(file.read(1_000).strip())
            if len(halves[-1]) != 40:
                raise ValueError(f"{os.fspath(path)} holds no key")
        return cls(*halves)


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where a daemon takes commands and where it publishes: `tcp://HOST:PORT`, which takes `keys`, or `ipc://PATH`."""

    commands: str
    events: str = ""  # what only commands needs none
    keys: Keys | None = None

    @classmethod
    def of(cls, run_dir: str = RUN_DIR, audience: str | None = None) -> Self:
        """On this machine; an audience's users hear at its own socket."""
        name = "events" if audience is None else f"audience-{audience}"
        return cls(f"ipc://{run_dir}/commands.sock", f"ipc://{run_dir}/{name}.sock")


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

    stream: str  # <kind>.<scope>; <kind>.*, or *, when it is not known of which
    count: int  # 0: perhaps none; the daemon's disk refuses, and nothing says how many there were


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
        """Raises `BosunError` for what is no page."""
        try:
            events = [
                Event.decode(one["topic"].encode(), base64.b64decode(one["header"], validate=True), one["body"].encode())
                for one in result["events"]
            ]
            place = Cursor(result["next"]["epoch"], result["next"]["seq"])
            if not all(isinstance(number, int) and number >= 0 for number in place):
                raise ValueError(f"{place} is no place")
            return cls(events, place, bool(result["truncated"]), bool(result["elided"]))
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            what = f"a page of a replay that can't be read: {error!r}"
            raise BosunError(what, reason="garbage_reply") from error


@dataclass(slots=True)
class _Gap:
    missed: Missed
    is_certain: bool = True  # False: it may be none, or from before the beginning


@dataclass(slots=True)
class _CatchUp:
    end: Cursor
    is_doubt: bool  # nothing says for certain that something is missing
    has_elided: bool = False
    has_truncated: bool = False


class _Place(NamedTuple):
    """Of a stream: all up to there has come, so many in the epoch."""

    cursor: Cursor
    number: int


class _Total(NamedTuple):
    """Of a kind, over all scopes: all up to a heartbeat came, so many in the epoch, and some came behind it."""

    cursor: Cursor
    number: int
    came: int = 0


class Order:
    """Makes each event once, in the order of its scope, out of a stream that loses some and a replay that keeps most.

    A value that does no I/O: what it `wants` is to be asked for, and given to `begin` or `page`. Until then what comes
    is held, `buffer` events at most.

    An event is held against its own stream, `<kind>.<scope>`: what is not behind that one's place came already, the
    next number is given out, and any later one shows a gap. Yet a loss is seen late, when other streams have gone on.
    So there is one place more, `position`, up to which nothing of any stream is missing: every replay begins there, and
    merges what it has with what is held. What proves that all came, up to which place:

    - a replay, up to where it has come: of all that it was asked for;
    - a heartbeat, which counts the events of all scopes: of a kind that is subscribed to whole;
    - of a single scope, its own watermark. Where it stands still none comes, and that says something, too: one would
      have come with the next heartbeat. So when a heartbeat comes, with none missing, the one before it proves this.
      (One thing it can't: when all that a scope said since its last watermark was lost between two heartbeats together
      with the watermark of a turn's end, that shows only when the scope goes on.)
    """

    SCOPES = 50_000  # streams that are followed; above it those are let go whose place is proven otherwise

    def __init__(
        self, prefixes: Iterable[str], buffer: int = 20_000, patient: bool = False, after: Cursor | None = None
    ) -> None:
        self.wants: Replay | Resync | None = None
        self._prefixes = tuple(prefixes)
        self._counted = [kind for kind in KINDS if self._takes(f"{kind}.")]  # heartbeats say how many should have come
        self._has_scopes = any(
            prefix.startswith(f"{kind}.") for prefix in self._prefixes for kind in KINDS if kind not in self._counted)
        self._buffer, self._patient = buffer, patient
        self._catching: _CatchUp | None = None
        self._held: list[Event] = []
        self._has_begun = after is not None
        self._settle(after or Cursor(0, 0))

    def _settle(self, at: Cursor) -> None:
        self._base: Cursor = at  # of a stream that has no place, nothing is known from before there
        self._proven: Cursor = at  # all up to there was given out
        self._furthest: Cursor = at  # the last that was
        self._places: dict[str, _Place] = {}
        self._totals: dict[str, _Total] = {}  # of the counted kinds
        self._unmarked: set[str] = set()  # streams of single scopes that went on since their last watermark
        self._beat = self._quiet = Cursor(0, 0)  # the last heartbeat, and the one before it

    @property
    def position(self) -> Cursor | None:
        """Nothing up to there is missing. Some of what is behind it may have been given out, too."""
        if not self._has_begun:
            return None
        proofs = [total.cursor if (total := self._totals.get(kind)) else self._proven for kind in self._counted]
        if self._has_scopes:
            proofs += [self._quiet, *(self._places[stream].cursor for stream in self._unmarked)]
        return max(self._proven, min(proofs, default=self._furthest))

    def joined(self, at: Cursor) -> list[Item]:
        """A link is whole from there on: the first, or another after one that was lost."""
        self._held = []
        self._places.pop("sy.-", None)  # what is missing of these came over no link
        place = self.position
        if place is None or isinstance(self.wants, Resync):
            self.wants = Resync()
            return []
        if place > at:
            return self._lag("foreign")
        self._catch_up(at)
        return []

    def begin(self, snapshot: Snapshot) -> list[Item]:
        """The snapshot that was wanted has come."""
        self._has_begun = True
        self._settle(snapshot.cursor)
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
            self._catching = replace(self._catching, end=max(self._catching.end, event.cursor), is_doubt=False)
        return []

    def page(self, page: Page) -> list[Item]:
        """The page that was wanted has come."""
        catching = self._catching
        if not catching:
            return []
        if page.truncated and not catching.is_doubt:
            return self._lag("truncated")
        items: list[Item] = []
        if page.truncated and not catching.has_truncated:
            catching.has_truncated = True
            if self._has_scopes or not all(self._total(kind, self._furthest.epoch) for kind in self._counted):
                items.append(Missed("*", 0))  # else the next heartbeat tells
        if page.elided and not catching.has_elided:
            items.append(Elided())
            catching.has_elided = True
        # A page that goes no further is the end of what there is.
        is_end = page.next >= catching.end or page.next <= self._proven
        reached = max(page.next, catching.end) if is_end else page.next
        replayed = [event for event in page.events if event.topic.startswith(self._prefixes)]
        came = [event for event in self._held if event.cursor <= reached]
        self._held = self._held[len(came) :]
        for event in sorted(came + replayed, key=lambda event: event.cursor):
            items += self._pass(event)
        self._proven = reached
        self._furthest = max(self._furthest, reached)
        self._unmarked.clear()
        self.wants = Replay(reached)
        if is_end:
            self._catching = self.wants = None
            items += self._release()
        return items

    # Parts

    def _release(self) -> list[Item]:
        held, self._held = self._held, []
        return [item for event in held for item in self.take(event)]

    def _lag(self, reason: str) -> list[Item]:
        self._catching, self.wants = None, Resync()
        return [Lagged(reason)]

    def _catch_up(self, end: Cursor, is_doubt: bool = False) -> None:
        self._proven = self.position or self._proven
        self._catching = _CatchUp(end, is_doubt)
        self.wants = Replay(self._proven)

    def _pass(self, event: Event) -> list[Item]:
        """Gives out an event, unless it came already, or others have to come first."""
        place = self._places.get(event.stream)
        if event.cursor <= max(self._proven, place.cursor if place else self._proven):
            return []
        gaps = self._gaps(event)
        # Of an epoch that is over nothing will come that could show a loss.
        is_new = event.cursor.epoch > self._furthest.epoch
        if (gaps or is_new) and not self._catching:
            self._held.append(event)
            self._catch_up(event.cursor, is_doubt=not is_new and not any(gap.is_certain for gap in gaps))
            return []
        items = [item for gap in gaps for item in self._tell(gap, event.cursor.epoch)]
        self._note(event)
        return [*items, event] if event.topic.startswith(self._prefixes) else items

    def _tell(self, gap: _Gap, epoch: int) -> list[Item]:
        """What the replay did not have either."""
        if not gap.is_certain:
            return []
        kind, _, scope = gap.missed.stream.partition(".")
        if scope != "*" and (total := self._total(kind, epoch)):
            place = self._places.get(gap.missed.stream)
            if max(place.cursor if place else self._base, Cursor(epoch, 0)) < total.cursor:
                return []  # it was told with that heartbeat; what is missing since, the next one shows
            self._totals[kind] = total._replace(came=total.came + gap.missed.count)
        is_told = kind == "dl" and self._catching and self._catching.has_elided
        return [] if is_told else [gap.missed]

    def _note(self, event: Event) -> None:
        self._furthest = max(self._furthest, event.cursor)
        self._places[event.stream] = _Place(event.cursor, event.scope_seq)
        if total := self._total(event.kind, event.cursor.epoch):
            self._totals[event.kind] = total._replace(came=total.came + 1)
        elif self._has_scopes and event.kind not in ("sy", *self._counted):
            self._unmarked.add(event.stream)
        for kind, count in _said(event, "watermark").items():
            stream = f"{kind}.{event.scope}"
            self._unmarked.discard(stream)
            if stream in self._places or self._gap(stream, event.cursor.epoch, count):
                self._places[stream] = _Place(event.cursor, count)
        if counts := _said(event, "heartbeat"):
            self._totals = {kind: _Total(event.cursor, counts[kind]) for kind in self._counted if kind in counts}
            self._quiet, self._beat = self._beat, event.cursor
            if len(self._places) > self.SCOPES:
                self._let_go()

    def _let_go(self) -> None:
        """Of what is proven by now: such a stream costs one replay when it goes on."""
        self._base = self._proven = self.position or self._proven
        self._places = {
            stream: place for stream, place in self._places.items()
            if place.cursor > self._proven or stream in self._unmarked}

    def _gaps(self, event: Event) -> list[_Gap]:
        """What must have been published before that event, and has not come."""
        epoch = event.cursor.epoch
        found = [self._gap(event.stream, epoch, event.scope_seq - 1)]
        for kind, count in _said(event, "watermark").items():
            found.append(self._gap(f"{kind}.{event.scope}", epoch, count))
        counts = _said(event, "heartbeat")
        for kind in self._counted:
            if kind not in counts:
                continue
            if not (total := self._total(kind, epoch)):
                # The first: nothing is known of what came before it, and one replay tells.
                found.append(_Gap(Missed(f"{kind}.*", 0), is_certain=False))
            elif (missed := counts[kind] - total.number - total.came) > 0:
                found.append(_Gap(Missed(f"{kind}.*", missed)))
        return [gap for gap in found if gap]

    def _gap(self, stream: str, epoch: int, count: int) -> _Gap | None:
        """What is missing if a stream had that count before an event."""
        place = self._places.get(stream)
        is_counted = place is not None and place.cursor.epoch == epoch
        missed = count - place.number if place and is_counted else count
        if missed <= 0:
            return None
        if stream.startswith("sy."):
            # Nobody keeps them, and the next says all that an earlier one said. But with the daemon's own, which are
            # never far apart, others may have gone that nothing else shows; so, too, before the first of a link.
            is_sign = self._has_scopes and stream == "sy.-"
            return _Gap(Missed(stream, missed), is_certain=False) if is_sign else None
        if not self._takes(f"{stream}."):
            return None  # a part of a scope has holes
        return _Gap(Missed(stream, missed), is_certain=is_counted or self._is_whole(epoch))

    def _total(self, kind: str, epoch: int) -> _Total | None:
        """From where on a kind's events are counted; None when they are not, or not yet."""
        total = self._totals.get(kind)
        if kind in self._counted and self._is_whole(epoch) and (not total or total.cursor.epoch < epoch):
            return _Total(Cursor(epoch, 0), 0)
        return total

    def _is_whole(self, epoch: int) -> bool:
        """Whether an epoch is followed from its first event on."""
        return Cursor(epoch, 0) >= self._base

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


def subscriptions(prefixes: Iterable[str]) -> list[str]:
    """What to subscribe to for an `Order` with these prefixes: these, and the daemon's own marks of what they take."""
    scopes = [prefix[3:].partition(".") for prefix in prefixes if prefix[:3] in {f"{kind}." for kind in KINDS}]
    return [*prefixes, "sy.-.", *sorted({f"sy.{scope}{dot}" for scope, dot, _ in scopes})]


# The sockets


class _Link:
    """A socket for one connection, whose end, or failure, it notices: what comes next is for another link.

    libzmq does not connect anew by itself: each try would leave events on the monitor, and when nobody reads that, as
    nobody does while a program asks nothing, libzmq's thread stops for it, and with it all sockets of the process.
    """

    TRY = 15.0  # seconds until a connection that neither comes nor fails is tried anew: so a name that nobody knows
    PAUSES = (0.01, 0.2)  # seconds before the next try when a connection did not come: the first, and the longest

    EVENTS = (
        zmq.EVENT_HANDSHAKE_SUCCEEDED, zmq.EVENT_DISCONNECTED, zmq.EVENT_CLOSED,
        zmq.EVENT_HANDSHAKE_FAILED_AUTH, zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL, zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL)
    NOT_LET_IN = 400  # the daemon's own word; libzmq has others of its own, while a daemon ends

    def __init__(self, kind: int, endpoint: str, keys: Keys | None, receive_limit: int) -> None:
        if not endpoint:
            raise ValueError("these Endpoints have none for events")
        if endpoint.startswith("tcp:") and not keys:
            raise ValueError(f"{endpoint}: over tcp nobody is let in without Keys")
        self._endpoint, self._keys = endpoint, keys
        self._is_cut = self._is_refused = False
        self.is_up = False  # its handshake is over
        self._up_until = time.monotonic() + self.TRY
        self._fault = ""
        self._socket: zmq.Socket[bytes] = zmq.Context.instance().socket(kind)
        self._socket.set(zmq.LINGER, 0)
        self._socket.set(zmq.SNDHWM, 0)  # subscriptions are messages, too: none may be dropped
        self._socket.set(zmq.RCVHWM, receive_limit)
        self._socket.set(zmq.RECONNECT_IVL, -1)
        self._socket.set(zmq.HEARTBEAT_IVL, 5_000)  # over tcp a dead peer would not be noticed
        self._socket.set(zmq.HEARTBEAT_TIMEOUT, 20_000)
        if keys:
            self._socket.set(zmq.IPV6, 1)
            self._socket.set(zmq.CURVE_SERVERKEY, keys.daemon)
            self._socket.set(zmq.CURVE_SECRETKEY, keys.secret)
            self._socket.set(zmq.CURVE_PUBLICKEY, zmq.curve_public(keys.secret))
        self._monitor: zmq.Socket[bytes] = self._socket.get_monitor_socket(sum(self.EVENTS))
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
        try:
            self._socket.send(json.dumps(request).encode(), zmq.NOBLOCK)
        except zmq.Again:  # the connection has ended, and there will be none
            self._is_cut = True

    def is_cut(self) -> bool:
        """Whether the connection has ended, or did not come. Raises `NotLetIn`."""
        while self._monitor.poll(0):
            told = recv_monitor_message(self._monitor)
            match told["event"]:
                case zmq.EVENT_HANDSHAKE_SUCCEEDED:
                    self.is_up = True
                case zmq.EVENT_DISCONNECTED | zmq.EVENT_CLOSED:
                    self._is_cut = True
                    self._fault = self._fault or "nobody listens"
                case zmq.EVENT_HANDSHAKE_FAILED_AUTH:
                    self._is_refused |= told["value"] == self.NOT_LET_IN
                case _:
                    self._fault = "who listens ends the handshake"
                    if self._keys:
                        self._fault += ": it is no daemon, or its key is not the one that is expected"
        if self._is_refused:
            who = "this key" if self._keys else "this user"
            raise NotLetIn(f"{self._endpoint}: the daemon does not let {who} in", reason="not_let_in")
        return self._is_cut or not self.is_up and time.monotonic() > self._up_until

    @property
    def trouble(self) -> str:
        """Why nothing comes; nothing while that is not known."""
        fault = "no answer" if self.is_up else self._fault
        return fault and f"{self._endpoint}: {fault}"

    def receive(self, timeout: float | None) -> list[list[bytes]] | None:
        """Some of the messages that are there, none after so many seconds, or before that when the link has news;
        None when the connection has ended."""
        if not self.is_up:
            timeout = min(self.TRY, self.TRY if timeout is None else timeout)
        if not self._is_cut:
            self._poller.poll(None if timeout is None else max(0, int(timeout * 1000)))
        messages: list[list[bytes]] = []
        try:
            while len(messages) < 100:
                messages.append(self._socket.recv_multipart(zmq.NOBLOCK))
        except zmq.Again:
            pass
        return None if self.is_cut() else messages


# Commands


READS = ("/list", "/read", "/get", "/status", "ping", "rpc.discover")
DISK_PATIENCE = 3.0  # seconds that the daemon has to write an approval's key down


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


class NotLetIn(BosunError):
    """The daemon knows nobody by this key, or uid, or the user may not come in there; its log says which."""


@dataclass(frozen=True, slots=True)
class Reply:
    result: Any
    command: uuid.UUID | None  # the `cause` of the events that the command leads to
    cursor: Cursor | None  # all of them are behind that place


class Commander:
    """Asks one thing at a time, and asks again when the link was lost, or when the answer says that it is worth it.

    Until `timeout` is over. What does more than read has an idempotency key: sent again, it is not done again. What is said
    of approvals is, without one, where the daemon's disk takes no key: it does no harm when it is said twice.
    """

    def __init__(
        self, run_dir: str = RUN_DIR, client: str = "bosun.py", timeout: float = 30, *,
        endpoints: Endpoints | None = None,
    ) -> None:
        """`endpoints`: in place of `run_dir`."""
        self.client, self.timeout = client, timeout
        self._endpoints = endpoints or Endpoints.of(run_dir)
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
            may_lose_key = method.startswith("approval/") and not key and "idempotencyKey" in meta
            reply = self._exchange(request, until, DISK_PATIENCE if may_lose_key else math.inf)
            if "error" not in reply:
                return self._read(reply)
            error = BosunError.of(reply["error"])
            if may_lose_key and error.reason in ("journal_unavailable", "deadline"):  # nothing was done
                del meta["idempotencyKey"]
                continue
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

    def _exchange(self, request: JSON, until: float, most: float) -> JSON:
        pause = _Link.PAUSES[0]
        is_sent, trouble = False, f"{self._endpoints.commands}: no answer"
        while (left := until - time.monotonic()) > -1:  # the daemon's own word that it is too late comes at 0
            if not self._link:
                self._link, is_sent = _Link(zmq.DEALER, self._endpoints.commands, self._endpoints.keys, 0), False
            if not is_sent:
                request["meta"]["deadlineMs"] = max(1, int(min(left, most) * 1000))
                self._link.send(request)
                is_sent = True
            try:
                messages = self._link.receive(left + 1)
            except NotLetIn:
                self.close()
                raise
            for message in messages or []:
                reply: JSON = json.loads(message[-1])
                if reply.get("id") in (request["id"], None):  # none when the daemon could not read the request
                    return reply
            trouble = self._link.trouble or trouble
            if messages is None:
                was_up = self._link.is_up
                self.close()
                if not was_up:
                    time.sleep(pause)
                    pause = min(2 * pause, _Link.PAUSES[1])
        self.close()
        raise NoAnswer(f"{request['method']}: {trouble}", reason="no_answer")

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
    `Lagged` with a new `Snapshot`. Of a part of a scope, such as `ev.<thread>.turn/`, some losses can't be seen.

    `after`: begin there instead, where an earlier subscriber had its `position`; every event since comes.
    `buffer`: events that may wait here. Who can't even keep up with a replay, so that they come to be more, is `Lagged`,
    unless `patient`: then all are replayed, however late, as long as the daemon keeps them.

    `Event`s with a large body come whole (`fetch_bodies`); one whose body is gone keeps its flag `BY_REFERENCE`.

    `endpoints`: in place of `run_dir`. Over tcp, `NoAnswer` is raised when no daemon is reached at first; once it has
    been, a daemon that is away is waited for. `NotLetIn` is raised when the daemon knows nobody by the key any more.
    """

    PATIENCE = 10.0  # seconds until a first connection over tcp has to be there

    def __init__(
        self, *prefixes: str, run_dir: str = RUN_DIR, after: Cursor | None = None, client: str = "bosun.py",
        buffer: int = 20_000, patient: bool = False, fetch_bodies: bool = True, endpoints: Endpoints | None = None,
    ) -> None:
        self._endpoints = endpoints or Endpoints.of(run_dir)
        self.commander = Commander(client=client, endpoints=self._endpoints)
        self._prefixes = prefixes or ("",)
        self._first_until: float | None = None  # when somebody has to have been there; inf when somebody was
        self._buffer, self._fetches = buffer, fetch_bodies
        self._order = Order(self._prefixes, buffer, patient, after)
        self._items = deque[Item]()
        self._link: _Link | None = None
        self._pause, self._retry_at = _Link.PAUSES[0], 0.0
        self._trouble = f"{self._endpoints.events}: no answer"
        self._sync, self._has_joined = b"", False

    @property
    def position(self) -> Cursor | None:
        """Where another may go on: nothing is lost then, and what came in the last seconds comes again.

        It stays behind the events that were given out until the daemon's marks prove that none is missing before them.
        """
        place = self._order.position
        waiting = (Cursor(item.cursor.epoch, item.cursor.seq - 1) for item in self._items if isinstance(item, Event))
        return min([place, *waiting]) if place else None

    def __iter__(self) -> Iterator[Item]:
        while item := self.next():
            yield item

    def next(self, timeout: float | None = None) -> Item | None:
        """None when nothing came for so many seconds. Raises `BosunError` when the daemon refuses a replay, or answers
        with one that can't be read (`reason` is `garbage_reply`): the next call asks for it again.

        A replay that is under way may take longer.
        """
        until = None if timeout is None else time.monotonic() + timeout
        while not self._items:
            if self._order.wants and self._has_joined:
                self._ask(self._order.wants)
                self._hear(time.monotonic())
            elif not self._hear(until):
                if until is not None and time.monotonic() >= until:
                    return None
        item = self._items[0]
        if isinstance(item, Event):
            item = self._whole(item)
        self._items.popleft()
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
        link = _Link(zmq.SUB, self._endpoints.events, self._endpoints.keys, self._buffer)
        self._sync, self._has_joined = f"~sync.{uuid.uuid4()}".encode(), False
        # The echo of what is subscribed last comes when all is in place.
        for prefix in (*subscriptions(self._prefixes), self._sync.decode()):
            link.subscribe(prefix)
        return link

    def _hear(self, until: float | None) -> bool:
        if not self._link:
            left = self._retry_at - time.monotonic()
            time.sleep(max(0, left if until is None else min(left, until - time.monotonic())))
            if time.monotonic() < self._retry_at:
                return False
            self._link = self._connect()
        if self._first_until is None:
            self._first_until = time.monotonic() + self.PATIENCE if self._endpoints.keys else math.inf
        until = min(math.inf if until is None else until, self._first_until)
        try:
            messages = self._link.receive(None if until == math.inf else until - time.monotonic())
            self._trouble = self._link.trouble or self._trouble
            if not messages and time.monotonic() >= self._first_until:
                raise NoAnswer(self._trouble, reason="no_answer")
        except BosunError:
            self._first_until = None  # who calls again has it tried anew
            self.close()
            raise
        if messages is None:
            self._pause = _Link.PAUSES[0] if self._link.is_up else min(2 * self._pause, _Link.PAUSES[1])
            self._retry_at = 0 if self._link.is_up else time.monotonic() + self._pause
            self._link.close()
            self._link, self._has_joined = None, False
            return True
        for topic, header, body in messages:
            if topic == self._sync:
                self._has_joined, self._first_until = True, math.inf
                self._items += self._order.joined(Cursor(**json.loads(body)))
            elif self._has_joined and not topic.startswith(b"~"):  # who hears all hears the echoes of others
                self._items += self._order.take(Event.decode(topic, header, body))
        return bool(messages)

    def _ask(self, wanted: Replay | Resync) -> None:
        # More than the daemon takes: then everything, of which the rest is let pass here.
        query: JSON = {"prefixes": list(self._prefixes)} if len(self._prefixes) <= 100 else {}
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

    def __init__(
        self, run_dir: str = RUN_DIR, client: str = "bosun.py", *, endpoints: Endpoints | None = None
    ) -> None:
        """`endpoints`: in place of `run_dir`."""
        endpoints = endpoints or Endpoints.of(run_dir)
        self.commander = Commander(client=client, endpoints=endpoints)
        self.open: dict[str, Approval] = {}
        self._events = Subscriber("rq.", client=client, endpoints=endpoints)
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
                    self._begin(item.approvals)
                case Missed():
                    self._begin(self.commander.call("approval/list")["approvals"])
                case Event(flags=flags) if flags & Flag.BY_DAEMON:
                    body = item.json()
                    if item.method == "approval/opened":
                        self._add([body], self.open)
                    elif item.method in CLOSED:
                        self.open.pop(body["approvalId"], None)

    def _begin(self, bodies: list[JSON]) -> None:
        known, self.open = self.open, {}
        self._add(bodies, known)

    def _add(self, bodies: list[JSON], known: dict[str, Approval]) -> None:
        for approval in map(Approval.of, bodies):
            if approval.id not in known:
                self._new.append(approval)
            self.open[approval.id] = approval

    def respond(self, approval: Approval, decision: Any) -> None:
        """`decision` is one of `offered`. Raises `BosunError`, whose reason tells when somebody was faster."""
        self.commander.call("approval/respond", {"approvalId": approval.id, "decision": decision})

    def claim(self, approval: Approval, seconds: float) -> None:
        """Nobody else may answer it meanwhile. Raises `BosunError` when somebody has claimed or answered it."""
        self.commander.call("approval/claim", {"approvalId": approval.id, "ttlMs": int(seconds * 1000)})

    def release(self, approval: Approval) -> None:
        """Gives up a claim; one that nobody has stays as it is."""
        self.commander.call("approval/release", {"approvalId": approval.id})

    def respond_with(self, approval: Approval, result: JSON) -> None:
        """The whole result as codex's schema has it, such as the answers to its questions."""
        self.commander.call("approval/respond", {"approvalId": approval.id, "result": result})

    def close(self) -> None:
        self.commander.close()
        self._events.close()


CLOSED = frozenset(f"approval/{state}" for state in ("resolved", "expired", "withdrawn", "void"))
