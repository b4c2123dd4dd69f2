"""The client (`bosun.py`) beside a real daemon whose link is cut, and which is killed."""
import base64
import json
import random
import tempfile
import threading
import time
import unittest
from collections.abc import Callable
from typing import Any

import zmq

from bosun import (
    Approver, BosunError, Commander, Cursor, Elided, Event, Flag, Item, Lagged, Missed, NoAnswer, Snapshot, Subscriber,
)
from cutter import Cutter
from daemon import PATIENCE, Daemon, ask, eventually, say


def until(subscriber: Subscriber, is_last: Callable[[Item], bool]) -> list[Item]:
    """What comes up to and with that item."""
    items: list[Item] = []
    while item := subscriber.next(PATIENCE):
        items.append(item)
        if is_last(item):
            return items
    raise AssertionError(f"did not come; last {items[-3:]}")


def is_end(item: Item) -> bool:
    return isinstance(item, Event) and item.method == "the/end"


def numbers(items: list[Item], kind: str = "ev") -> list[int]:
    return [item.json()["params"]["number"] for item in items
            if isinstance(item, Event) and item.kind == kind and item.method in ("some/thing", "item/agentMessage/delta")]


class SubscriberTests(unittest.TestCase):
    def subscriber(self, *prefixes: str, run_dir: str, **options: object) -> Subscriber:
        subscriber = Subscriber(*prefixes, run_dir=run_dir, **options)  # type: ignore[arg-type]
        self.addCleanup(subscriber.close)
        return subscriber

    def test_a_snapshot_comes_first_and_events_have_all_their_parts(self) -> None:
        with Daemon() as daemon:
            worker = daemon.wait_ready("main-1")
            subscriber = self.subscriber(run_dir=daemon.run_dir)
            snapshot = subscriber.next(PATIENCE)
            assert isinstance(snapshot, Snapshot)
            self.assertEqual(snapshot.workers[0]["pid"], worker["pid"])
            reply = daemon.commander.ask("thread/start", {})
            thread = reply.result["thread"]["id"]
            daemon.fake("main-1", say("some/thing", threadId=thread, number=7))
            event = next(item for item in subscriber if isinstance(item, Event) and item.method == "some/thing")
            self.assertEqual((event.kind, event.scope, event.scope_seq), ("ev", thread, 2))
            self.assertEqual((event.worker, event.generation, event.flags), (1, 1, Flag(0)))
            self.assertEqual(event.cause, reply.command)
            self.assertLess(abs(event.time_ns - time.time_ns()), 60e9)
            self.assertGreater(event.cursor, reply.cursor or event.cursor)
            self.assertEqual(event.body, f'{{"method":"some/thing","params":{{"threadId":"{thread}","number":7}}}}'.encode())
            while (subscriber.position or Cursor(0, 0)) < event.cursor:  # heartbeats come, and prove it
                self.assertIsNotNone(subscriber.next(PATIENCE))

    def test_a_consumer_that_is_cut_off_at_random_gets_each_event_once(self) -> None:
        chance = random.Random(5)
        with Daemon() as daemon:
            cutter = Cutter(daemon.run_dir, daemon.directory / "cut")
            self.addCleanup(cutter.close)
            daemon.wait_ready("main-1")
            thread = daemon.thread("main-1")
            whole = self.subscriber("ev.", "dl.", "rq.", "wk.", run_dir=cutter.run_dir)
            part = self.subscriber(f"ev.{thread}.", f"dl.{thread}.", run_dir=cutter.run_dir)
            came: dict[Subscriber, list[Item]] = {whole: [], part: []}
            for subscriber in came:
                self.assertIsInstance(subscriber.next(PATIENCE), Snapshot)
            count = 0
            for _ in range(200):
                for method in ("some/thing", "item/agentMessage/delta"):
                    steps = [say(method, threadId=thread, number=number) for number in range(count, count + 5)]
                    daemon.fake("main-1", *steps)
                count += 5
                if chance.random() < 0.5:
                    cutter.cut("events.sock")
                if chance.random() < 0.2:
                    cutter.cut("commands.sock")
                for subscriber, items in came.items():
                    while chance.random() < 0.9 and (item := subscriber.next(chance.choice((0, 0.01)))):
                        items.append(item)
            daemon.fake("main-1", say("the/end", threadId=thread))
            for subscriber, items in came.items():
                items += until(subscriber, is_end)
                self.assertEqual(numbers(items), list(range(count)))
                self.assertEqual(numbers(items, "dl"), list(range(count)))
                self.assertEqual([item for item in items if not isinstance(item, Event)], [])
            self.assertGreater(cutter.connections, 50)

    def test_a_consumer_goes_on_when_the_daemon_is_killed(self) -> None:
        with Daemon() as daemon:
            daemon.wait_ready("main-1")
            thread = daemon.thread("main-1")
            live = self.subscriber(f"ev.{thread}.", run_dir=daemon.run_dir)
            self.assertIsInstance(live.next(PATIENCE), Snapshot)
            items: list[Item] = []
            count = 0
            for life in range(4):
                for _ in range(3):
                    steps = [say("some/thing", threadId=thread, number=number) for number in range(count, count + 20)]
                    daemon.call("fake/do", {"threadId": thread, "steps": steps})  # goes where the thread is
                    count += 20
                    daemon.wait_published(thread, steps[-1]["say"])
                    while life % 2 and (item := live.next(0)):
                        items.append(item)
                daemon.kill()
                daemon.start()
            daemon.call("fake/do", {"threadId": thread, "steps": [say("the/end", threadId=thread)]})
            items += until(live, is_end)
            self.assertEqual(numbers(items), list(range(count)))
            self.assertEqual([item for item in items if not isinstance(item, Event)], [])
            self.assertEqual(len({item.cursor.epoch for item in items if isinstance(item, Event)}), 5)

    def test_who_comes_back_has_what_came_meanwhile(self) -> None:
        with Daemon() as daemon:
            daemon.wait_ready("main-1")
            thread = daemon.thread("main-1")
            first = self.subscriber(f"ev.{thread}.", run_dir=daemon.run_dir)
            first.next(PATIENCE)
            daemon.fake("main-1", *(say("some/thing", threadId=thread, number=number) for number in range(5)))
            until(first, lambda item: numbers([item]) == [2])
            position = first.position
            first.close()
            daemon.kill()
            daemon.start()
            daemon.call("fake/do", {"threadId": thread, "steps": [say("the/end", threadId=thread)]})
            second = self.subscriber(f"ev.{thread}.", run_dir=daemon.run_dir, after=position)
            items = until(second, is_end)
            came = numbers(items)
            self.assertEqual(came, list(range(came[0], 5)))
            self.assertLessEqual(came[0], 3)  # what nothing had proven comes again
            self.assertTrue(all(isinstance(item, Event) for item in items))

    def test_what_one_consumer_leaves_the_next_one_gets(self) -> None:
        """Each loses the end of a flood, sees another thread go on, and leaves before the loss shows."""
        with Daemon('events_hwm = 100\n[[group]]\nname = "main"') as daemon:
            daemon.wait_ready("main-1")
            thread, other = daemon.thread("main-1"), daemon.thread("main-1")
            for prefixes in (("ev.",), (f"ev.{thread}.", f"ev.{other}.")):
                position, came, count = None, set[int](), 0

                def take(item: Item | None) -> Item | None:
                    self.assertNotIsInstance(item, Lagged | Missed)
                    came.update(numbers([item] if item else []))
                    return item

                for _ in range(10):
                    consumer = self.subscriber(*prefixes, run_dir=daemon.run_dir, after=position, buffer=100, patient=True)
                    take(consumer.next(0.1))
                    steps = [say("some/thing", threadId=thread, number=number) for number in range(count, count + 3_000)]
                    daemon.fake("main-1", *steps)
                    count += 3_000
                    while take(consumer.next(0)):
                        pass
                    daemon.fake("main-1", say("some/other", threadId=other))
                    while (item := take(consumer.next(PATIENCE))) and getattr(item, "method", "") != "some/other":
                        pass
                    position = consumer.position
                    consumer.close()
                daemon.fake("main-1", say("the/end", threadId=thread))
                last = self.subscriber(*prefixes, run_dir=daemon.run_dir, after=position, buffer=100, patient=True)
                for item in until(last, is_end):
                    take(item)
                self.assertEqual(came, set(range(count)))

    def test_a_workers_life_comes_whole_over_kills_of_the_daemon(self) -> None:
        with Daemon() as daemon:
            subscriber = self.subscriber("wk.wmain-1.", run_dir=daemon.run_dir, after=Cursor(0, 0))
            query = {"after": {"epoch": 0, "seq": 0}, "prefixes": ["wk.wmain-1.ready"]}
            for life in range(1, 5):
                eventually("it is published", lambda: len(daemon.call("events/replay", query)["events"]) == life)
                if life < 4:
                    daemon.kill()
                    daemon.start()
            daemon.call("worker/stop", {"worker": "main-1"})
            items = until(subscriber, lambda item: isinstance(item, Event) and item.method == "stopped")
            lives = [item.method for item in items if isinstance(item, Event) and item.method in ("spawned", "ready")]
            self.assertEqual(lives, ["spawned", "ready"] * 4)
            self.assertEqual([item for item in items if not isinstance(item, Event)], [])

    def test_who_does_not_keep_up_is_told_and_begins_with_a_snapshot(self) -> None:
        with Daemon('events_hwm = 100\n[[group]]\nname = "main"') as daemon:
            daemon.wait_ready("main-1")
            thread = daemon.thread("main-1")
            # With all of a kind, heartbeats show the loss of the last event.
            slow = self.subscriber("ev.", run_dir=daemon.run_dir, buffer=50)
            patient = self.subscriber("ev.", run_dir=daemon.run_dir, buffer=50, patient=True)
            scope = self.subscriber(f"ev.{thread}.", run_dir=daemon.run_dir, buffer=50, patient=True)
            for subscriber in (slow, patient, scope):
                self.assertIsInstance(subscriber.next(PATIENCE), Snapshot)
            count = 0

            def flood(size: int) -> None:
                nonlocal count
                for begin in range(count, count + size, 500):
                    steps = [say("some/thing", threadId=thread, number=number) for number in range(begin, begin + 500)]
                    daemon.fake("main-1", *steps)
                count += size

            flood(10_000)
            seen: list[Item] = []
            while Lagged("overflow") not in seen:  # what it hears it has lost; and more comes while it is replayed
                item = slow.next(0)
                if item:
                    seen.append(item)
                elif count < 100_000:
                    flood(500)
                if len(seen) % 50 == 0:
                    flood(500)
            snapshot = slow.next(PATIENCE)
            assert isinstance(snapshot, Snapshot)
            daemon.fake("main-1", say("the/end", threadId=thread))
            for event in until(slow, is_end):
                assert isinstance(event, Event)
                self.assertGreater(event.cursor, snapshot.cursor)
            came = numbers(seen)
            self.assertEqual(came, list(range(len(came))))
            for subscriber in (patient, scope):
                self.assertEqual(numbers(until(subscriber, is_end)), list(range(count)))

    def test_deltas_that_are_not_kept_are_told(self) -> None:
        with Daemon() as daemon:
            daemon.wait_ready("main-1")
            thread = daemon.thread("main-1")
            subscriber = self.subscriber(f"ev.{thread}.", f"dl.{thread}.", run_dir=daemon.run_dir)
            subscriber.next(PATIENCE)
            position = subscriber.position
            subscriber.close()
            daemon.fake("main-1", say("item/agentMessage/delta", threadId=thread, number=0), say("the/end", threadId=thread))
            daemon.wait_published(thread, say("the/end", threadId=thread)["say"])
            daemon.kill()
            daemon.start()
            items = until(self.subscriber(f"ev.{thread}.", f"dl.{thread}.", run_dir=daemon.run_dir, after=position), is_end)
            self.assertEqual(items[0], Elided())
            self.assertEqual(numbers(items, "dl"), [])
            self.assertFalse(any(isinstance(item, Missed) for item in items))

    def test_a_place_of_another_daemon_is_told(self) -> None:
        with Daemon() as daemon:
            daemon.wait_ready("main-1")
            subscriber = self.subscriber(run_dir=daemon.run_dir, after=Cursor(2**60, 1))
            self.assertEqual(subscriber.next(PATIENCE), Lagged("foreign"))
            self.assertIsInstance(subscriber.next(PATIENCE), Snapshot)

    def test_large_bodies_come_whole(self) -> None:
        with Daemon() as daemon:
            daemon.wait_ready("main-1")
            thread = daemon.thread("main-1")
            subscriber = self.subscriber(f"ev.{thread}.", run_dir=daemon.run_dir)
            refer = self.subscriber(f"ev.{thread}.", run_dir=daemon.run_dir, fetch_bodies=False)
            for one in (subscriber, refer):
                one.next(PATIENCE)
            text = random.Random(1).randbytes(1_300_000).hex()  # three pieces
            daemon.fake("main-1", say("large/one", threadId=thread, text=text))
            event, reference = subscriber.next(PATIENCE), refer.next(PATIENCE)
            assert isinstance(event, Event) and isinstance(reference, Event)
            self.assertEqual(event.json()["params"]["text"], text)
            self.assertEqual(event.flags, Flag(0))
            self.assertEqual(reference.flags, Flag.BY_REFERENCE)
            self.assertEqual(subscriber.commander.body(reference.json()), event.body)
            self.assertRaises(ValueError, subscriber.commander.body, {**reference.json(), "sha256": "0" * 64})
            daemon.kill()
            daemon.start()
            later = self.subscriber(f"ev.{thread}.large/", run_dir=daemon.run_dir, after=Cursor(0, 0)).next(PATIENCE)
            assert isinstance(later, Event)
            self.assertEqual((later.flags, later.body), (Flag.REPLAYED, event.body))

    def test_nothing_comes_when_nobody_is_there(self) -> None:
        self.assertIsNone(self.subscriber(run_dir="/tmp/bosun.nobody").next(0.2))


class Scripted:
    """In a daemon's place: it echoes each join as being at `at`, and gives these results, one a request."""

    def __init__(self, at: Cursor, results: list[object]) -> None:
        self._temporary = tempfile.TemporaryDirectory(prefix="bosun.", dir="/tmp")
        self.run_dir = self._temporary.name
        self.asked: list[dict[str, Any]] = []
        self._at, self._results = at, results
        self._is_over = threading.Event()
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._events, self._commands = self._context.socket(zmq.XPUB), self._context.socket(zmq.ROUTER)
        self._events.bind(f"ipc://{self.run_dir}/events.sock")
        self._commands.bind(f"ipc://{self.run_dir}/commands.sock")
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def close(self) -> None:
        self._is_over.set()
        self._thread.join()
        for socket in (self._events, self._commands):
            socket.close(0)
        self._context.term()
        self._temporary.cleanup()

    def _run(self) -> None:
        poller = zmq.Poller()
        for socket in (self._events, self._commands):
            poller.register(socket, zmq.POLLIN)
        while not self._is_over.is_set():
            for socket, _ in poller.poll(20):
                message = socket.recv_multipart()
                if socket is self._commands:
                    request = json.loads(message[-1])
                    self.asked.append(request)
                    reply = {"jsonrpc": "2.0", "id": request["id"], "result": self._results.pop(0)}
                    socket.send_multipart([*message[:-1], json.dumps(reply).encode()])
                elif message[0].startswith(b"\1~sync."):
                    header = Event.HEADER.pack(1, Flag.BY_DAEMON, 64, 0, *self._at, 0, 1, bytes(16), 0)
                    socket.send_multipart([message[0][1:], header, json.dumps(self._at._asdict()).encode()])


class GarbageTests(unittest.TestCase):
    def test_a_page_that_can_not_be_read_is_told_and_asked_for_again(self) -> None:
        def event(seq: int, **changes: object) -> dict[str, object]:
            header = Event.HEADER.pack(1, Flag.REPLAYED, 64, 0, 1, seq, seq, 1, bytes(16), 0)
            return {"topic": "ev.t.m", "header": base64.b64encode(header).decode(), "body": "{}", **changes}

        def page(*events: object, **changes: object) -> dict[str, object]:
            return {"events": events, "next": {"epoch": 1, "seq": 3}, "truncated": False, "elided": False, **changes}

        good = event(2)
        garbage: list[object] = [
            7, None, {}, [], "page", page(next=7), page(next={"epoch": 1}), page(next={"epoch": 1, "seq": -1}),
            page(next={"epoch": "1", "seq": 3}), page(events=7), {"events": [], "next": {"epoch": 1, "seq": 3}},
            page(good, 7), page(good, {}), page(good, event(3, header="AQ==")), page(good, event(3, header="!")),
            page(good, event(3, header=None)), page(good, event(3, topic="no topic")), page(good, event(3, body={})),
            page(good, event(3, topic=7)),
        ]
        daemon = Scripted(Cursor(1, 3), [*garbage, page(good, event(3))])
        self.addCleanup(daemon.close)
        subscriber = Subscriber("ev.", run_dir=daemon.run_dir, after=Cursor(1, 1))
        self.addCleanup(subscriber.close)
        for number, one in enumerate(garbage):
            with self.subTest(page=one), self.assertRaises(BosunError) as told:
                subscriber.next(PATIENCE)
            self.assertEqual((told.exception.reason, len(daemon.asked)), ("garbage_reply", number + 1))
        items = [subscriber.next(PATIENCE), subscriber.next(PATIENCE)]
        self.assertEqual([item.cursor.seq for item in items if isinstance(item, Event)], [2, 3])
        for request in daemon.asked:
            self.assertEqual((request["method"], request["params"]["after"]), ("events/replay", {"epoch": 1, "seq": 1}))


class CommanderTests(unittest.TestCase):
    def test_errors_are_typed(self) -> None:
        with Daemon() as daemon:
            daemon.wait_ready("main-1")
            with self.assertRaises(BosunError) as unknown:
                daemon.call("worker/stop", {"worker": "nobody"})
            self.assertEqual((unknown.exception.code, unknown.exception.reason), (-33021, "unknown_worker"))
            self.assertFalse(unknown.exception.retryable)
            with self.assertRaises(BosunError) as workers:
                daemon.fake("main-1", {"answerText": '"error":{"code":-5,"message":"no"}'})
            self.assertEqual((workers.exception.code, workers.exception.reason), (-5, None))
            self.assertEqual(str(workers.exception), "no")

    def test_nobody_there_is_told_in_time(self) -> None:
        commander = Commander("/tmp/bosun.nobody", timeout=0.2)
        self.assertRaises(NoAnswer, commander.call, "ping")

    def test_what_may_be_tried_again_is(self) -> None:
        with Daemon('[[group]]\nname = "main"\nbackoff_base = "10ms"') as daemon:
            daemon.wait_ready("main-1")
            daemon.call("worker/stop", {"worker": "main-1"})
            eventually("it has stopped", lambda: daemon.worker("main-1")["state"] == "stopped")
            self.assertRaises(BosunError, daemon.call, "model/list", timeout=0.3)
            starter = Commander(daemon.run_dir)
            self.addCleanup(starter.close)
            starter.call("worker/start", {"worker": "main-1"})
            self.assertEqual(daemon.call("model/list")["method"], "model/list")

    def test_a_command_outlives_the_link_and_the_daemon(self) -> None:
        with Daemon() as daemon:
            cutter = Cutter(daemon.run_dir, daemon.directory / "cut")
            self.addCleanup(cutter.close)
            daemon.wait_ready("main-1")
            commander = Commander(cutter.run_dir, timeout=PATIENCE)
            self.addCleanup(commander.close)
            for number in range(20):
                self.assertEqual(commander.call("ping")["protocol"], 1)
                cutter.cut("commands.sock")
            daemon.kill()
            daemon.start()
            self.assertEqual(commander.call("ping")["protocol"], 1)

    def test_a_late_reply_is_nobodys(self) -> None:
        with Daemon() as daemon:
            daemon.wait_ready("main-1")
            with self.assertRaises(BosunError) as late:
                daemon.commander.call("fake/do", {"steps": [{"wait": 2_000}]}, timeout=0.1)
            self.assertIn(late.exception.reason, ("deadline", "indeterminate", "no_answer"))
            self.assertEqual(daemon.call("ping")["protocol"], 1)


class ApproverTests(unittest.TestCase):
    def test_each_approval_comes_once_and_is_answered(self) -> None:
        with Daemon() as daemon:
            cutter = Cutter(daemon.run_dir, daemon.directory / "cut")
            self.addCleanup(cutter.close)
            daemon.wait_ready("main-1")
            thread = daemon.thread("main-1")
            about = {"threadId": thread, "turnId": "u", "itemId": "i", "command": "touch x", "cwd": "/"}
            daemon.fake("main-1", ask(1, "item/commandExecution/requestApproval", **about))
            approver = Approver(cutter.run_dir, "agent")
            self.addCleanup(approver.close)
            first = approver.next(PATIENCE)
            assert first
            self.assertEqual((first.method, first.thread), ("item/commandExecution/requestApproval", thread))
            self.assertEqual(first.params["command"], "touch x")
            self.assertIn("accept", first.offered)
            self.assertEqual(first.refusal, "decline")
            daemon.fake("main-1", *(ask(number, "item/fileChange/requestApproval", **about) for number in (2, 3)))
            second, third = approver.next(PATIENCE), approver.next(PATIENCE)
            assert second and third
            cutter.cut("events.sock")
            self.assertIsNone(approver.next(1))
            self.assertEqual(set(approver.open), {first.id, second.id, third.id})
            del approver.open[second.id]  # as if it had been lost on the way, and said so
            approver._events._items.append(Missed("rq.*", 1))
            again = approver.next(PATIENCE)
            self.assertEqual(again and again.id, second.id)
            self.assertEqual(set(approver.open), {first.id, second.id, third.id})
            approver.respond(first, "accept")
            approver.respond_with(second, {"decision": "decline"})
            with self.assertRaises(BosunError) as late:
                approver.respond(second, "accept")
            self.assertEqual(late.exception.reason, "approval_resolved")
            with self.assertRaises(BosunError) as other:
                approver.respond(third, "whatever")
            self.assertEqual(other.exception.reason, "decision_not_offered")
            daemon.kill_worker("main-1")

            def is_done() -> bool:
                self.assertIsNone(approver.next(0.05))
                return not approver.open

            eventually("all are closed", is_done)

    def test_where_the_disk_refuses_answers_are_given_all_the_same(self) -> None:
        asking = [ask(1, "item/commandExecution/requestApproval", command="touch x", cwd="/")]
        with Daemon('[[group]]\nname = "main"\ncommand = ASKING', ASKING=[asking]) as daemon:
            daemon.wait_ready("main-1")
            daemon.kill()
            for file in (daemon.directory / "state").glob("journal.db*"):
                file.unlink()
            (daemon.directory / "state/journal.db").mkdir()
            daemon.start()
            daemon.wait_ready("main-1")
            with self.assertRaises(BosunError) as refused:
                daemon.call("thread/start", timeout=0.2)
            self.assertEqual(refused.exception.reason, "journal_unavailable")
            approver = Approver(daemon.run_dir, "agent")
            self.addCleanup(approver.close)
            approval = approver.next(PATIENCE)
            assert approval
            approver.claim(approval, 600)
            approver.respond(approval, "accept")
            self.assertEqual(daemon.call("approval/get", {"approvalId": approval.id})["state"], "resolved")


if __name__ == "__main__":
    unittest.main()
