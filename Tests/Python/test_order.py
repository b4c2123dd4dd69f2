"""The order of events (`bosun.Order`) against streams that lose, doubles and restarts, without a socket."""
import json
import random
import unittest
from collections import Counter
from collections.abc import Iterable

from bosun import Cursor, Elided, Event, Flag, Item, Lagged, Missed, Order, Page, Replay, Resync, Snapshot


class History:
    """A publisher's events, and what of them can be had again."""

    def __init__(self) -> None:
        self.epoch = 7
        self.events: list[Event] = []
        self.kept_from = Cursor(0, 0)  # what retention has left
        self.deltas_from = Cursor(0, 0)
        self._counts: Counter[tuple[int, str]] = Counter()

    @property
    def now(self) -> Cursor:
        last = self.events[-1].cursor if self.events else Cursor(0, 0)
        return last if last.epoch == self.epoch else Cursor(self.epoch, 0)

    def publish(self, stream: str, method: str = "x", body: object = None, flags: Flag = Flag(0)) -> Event:
        kind, scope = stream.split(".")
        self._counts[self.epoch, stream] += 1
        if kind == "sy":
            flags |= Flag.BY_DAEMON | Flag.NOT_JOURNALED
        event = Event(
            f"{stream}.{method}", kind, scope, method, flags, 1, Cursor(self.epoch, self.now.seq + 1),
            self._counts[self.epoch, stream], 0, None, 1, json.dumps(body or {}).encode())
        self.events.append(event)
        return event

    def count_before(self, stream: str, count: int) -> None:
        """As if so many events of a stream had been published before all that is here."""
        self._counts[self.epoch, stream] = count

    def total(self, kind: str) -> int:
        return sum(count for (epoch, name), count in self._counts.items() if epoch == self.epoch and name[:2] == kind)

    def heartbeat(self) -> Event:
        return self.publish("sy.-", "heartbeat", {"last": {kind: self.total(kind) for kind in ("ev", "dl", "rq", "wk")}})

    def watermark(self, thread: str) -> Event:
        counts = {kind: self._counts[self.epoch, f"{kind}.{thread}"] for kind in ("ev", "dl", "rq")}
        return self.publish(f"sy.{thread}", "watermark", counts)

    def page(self, after: Cursor, size: int = 1_000) -> Page:
        later = [event for event in self.events if event.cursor > after][:size]
        events = [
            event for event in later
            if event.kind != "sy" and not event.flags & Flag.NOT_JOURNALED
            and event.cursor > (self.deltas_from if event.kind == "dl" else self.kept_from)]
        return Page(
            events, later[-1].cursor if later else after, truncated=after < self.kept_from,
            elided=after < self.deltas_from)

    def snapshot(self) -> Snapshot:
        threads = {event.scope for event in self.events if event.kind in ("ev", "dl", "rq")}
        return Snapshot(self.now, [{"threadId": thread} for thread in sorted(threads)], [{"worker": "m"}], [])


class Consumer:
    def __init__(self, history: History, *prefixes: str, page_size: int = 1_000, **options: object) -> None:
        self.history, self.page_size = history, page_size
        self.order = Order(prefixes or ("",), **options)  # type: ignore[arg-type]
        self.items: list[Item] = []

    def join(self) -> None:
        self.items += self.order.joined(self.history.now)
        self.settle()

    def ask(self) -> None:
        match self.order.wants:
            case Replay(after): self.items += self.order.page(self.history.page(after, self.page_size))
            case Resync(): self.items += self.order.begin(self.history.snapshot())

    def settle(self) -> None:
        while self.order.wants:
            self.ask()

    def take(self, *events: Event) -> None:
        for event in events:
            self.items += self.order.take(event)

    @property
    def events(self) -> list[Event]:
        return [item for item in self.items if isinstance(item, Event)]

    @property
    def others(self) -> list[Item]:
        return [item for item in self.items if not isinstance(item, Event | Snapshot)]


def cursors(events: Iterable[Event]) -> list[Cursor]:
    return [event.cursor for event in events]


class OrderTests(unittest.TestCase):
    def setUp(self) -> None:
        self.history = History()

    def assertWhole(self, consumer: Consumer, wanted: list[Event]) -> None:
        events = [event for event in consumer.events if event.kind != "sy"]
        self.assertEqual(sorted(cursors(events)), cursors(wanted))
        for stream in {event.stream for event in wanted}:
            came = [event for event in consumer.events if event.stream == stream]
            self.assertEqual(cursors(came), sorted(cursors(came)), stream)

    def test_a_join_begins_with_a_snapshot_and_what_is_behind_it(self) -> None:
        early = self.history.publish("ev.a")
        consumer = Consumer(self.history)
        consumer.items += consumer.order.joined(self.history.now)
        between = self.history.publish("ev.a")
        consumer.take(early, between)
        consumer.settle()
        later = self.history.publish("ev.a")
        consumer.take(later)
        self.assertIsInstance(consumer.items[0], Snapshot)
        self.assertEqual(consumer.items[1:], [later])

    def test_a_gap_of_a_scope_is_replayed(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        events = [self.history.publish("ev.a") for _ in range(5)]
        consumer.take(events[0], events[3])
        self.assertEqual(consumer.order.wants, Replay(events[0].cursor))
        self.assertEqual(consumer.order.position, events[0].cursor)
        consumer.take(events[4])
        consumer.settle()
        self.assertEqual(consumer.events, events)
        self.assertEqual(consumer.others, [])

    def test_a_loss_that_shows_late_is_replayed_in_the_order_of_its_scope(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        first = [self.history.publish("ev.a"), self.history.publish("ev.b")]
        lost = [self.history.publish("ev.a"), self.history.publish("ev.b"), self.history.publish("ev.a")]
        after = [self.history.publish("ev.c"), self.history.publish("ev.a"), self.history.publish("ev.b")]
        consumer.take(*first, *after)
        self.assertEqual(consumer.order.position, first[0].cursor)  # who begins there anew misses nothing
        consumer.settle()
        self.assertWhole(consumer, first + lost + after)
        self.assertEqual(consumer.order.position, after[-1].cursor)

    def test_the_first_events_of_a_new_scope_are_missed(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        events = [self.history.publish("ev.new") for _ in range(3)]
        consumer.take(events[2])
        consumer.settle()
        self.assertEqual(consumer.events, events)

    def test_a_scope_from_before_the_join_is_believed(self) -> None:
        self.history.publish("ev.old")
        consumer = Consumer(self.history)
        consumer.join()
        consumer.take(self.history.publish("ev.old"))
        self.assertIsNone(consumer.order.wants)
        self.assertEqual(len(consumer.events), 1)

    def test_an_unknown_scope_from_before_the_join_costs_one_replay_and_is_no_loss(self) -> None:
        self.history.publish("wk.wgone")
        consumer = Consumer(self.history)
        consumer.join()
        event = self.history.publish("wk.wgone")
        consumer.take(event)
        self.assertIsInstance(consumer.order.wants, Replay)
        consumer.settle()
        self.assertEqual(consumer.items[1:], [event])
        consumer.take(self.history.publish("wk.wgone"))
        self.assertIsNone(consumer.order.wants)

    def test_no_stretch_is_replayed_twice_for_unknown_scopes(self) -> None:
        for scope in "ab":
            self.history.publish(f"wk.w{scope}")
        consumer = Consumer(self.history)
        consumer.join()
        first = self.history.publish("wk.wa")
        consumer.take(first)
        consumer.settle()
        consumer.take(self.history.publish("wk.wb"))
        self.assertEqual(consumer.order.wants, Replay(first.cursor))

    def test_a_watermark_of_what_was_before_the_join_costs_one_replay(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        self.history.count_before("ev.a", 3)
        consumer.take(self.history.watermark("a"))
        consumer.settle()
        consumer.take(self.history.watermark("a"))
        self.assertIsNone(consumer.order.wants)
        self.assertEqual(consumer.others, [])

    def test_a_heartbeat_shows_the_loss_of_the_last_event(self) -> None:
        consumer = Consumer(self.history, "rq.")
        consumer.join()
        consumer.take(self.history.heartbeat())
        self.assertEqual(consumer.order.wants, Replay(Cursor(7, 0)))  # the first one has none to be compared with
        consumer.settle()
        consumer.take(self.history.publish("rq.a"), self.history.heartbeat())
        self.assertIsNone(consumer.order.wants)
        lost = self.history.publish("rq.b")
        consumer.take(self.history.heartbeat())
        consumer.settle()
        self.assertEqual(consumer.events[-1], lost)
        consumer.take(self.history.heartbeat())
        self.assertIsNone(consumer.order.wants)
        self.assertEqual(consumer.others, [])

    def test_a_watermark_shows_the_loss_of_the_last_event(self) -> None:
        consumer = Consumer(self.history, "ev.a.", "dl.a.")
        consumer.join()
        came, lost = self.history.publish("dl.a"), [self.history.publish("dl.a"), self.history.publish("ev.a")]
        consumer.take(came, self.history.watermark("a"))
        consumer.settle()
        self.assertEqual(consumer.events, [came, *lost])

    def test_a_forged_watermark_is_not_believed(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        consumer.take(self.history.publish("ev.a", "watermark", {"ev": 99}))
        self.assertIsNone(consumer.order.wants)

    def test_a_part_of_a_scope_has_holes_that_are_no_gaps(self) -> None:
        consumer = Consumer(self.history, "ev.a.turn/")
        consumer.join()
        events = [self.history.publish("ev.a", method) for method in ("turn/started", "x", "y", "turn/completed")]
        consumer.take(events[0], events[3])
        self.assertIsNone(consumer.order.wants)
        self.assertEqual(consumer.events, [events[0], events[3]])

    def test_a_new_epoch_is_replayed_with_the_end_of_the_old(self) -> None:
        consumer = Consumer(self.history, page_size=2)
        consumer.join()
        events = [self.history.publish("ev.a") for _ in range(3)]
        consumer.take(events[0])
        self.history.epoch = 9
        events += [self.history.publish("ev.a") for _ in range(3)]
        consumer.join()
        events.append(self.history.publish("ev.a"))
        consumer.take(events[-1])
        self.assertEqual(consumer.events, events)
        self.assertEqual(consumer.others, [])

    def test_what_comes_of_a_new_epoch_before_its_echo_waits_for_the_rest(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        self.history.epoch = 9
        events = [self.history.publish("ev.a"), self.history.publish("wk.m"), self.history.publish("ev.a")]
        consumer.take(events[2])
        consumer.settle()
        consumer.take(events[1])
        self.assertEqual(consumer.events, events)

    def test_a_link_that_breaks_in_a_replay_goes_on_with_it(self) -> None:
        consumer = Consumer(self.history, page_size=2)
        consumer.join()
        events = [self.history.publish("ev.a") for _ in range(9)]
        consumer.take(events[0], events[8])
        consumer.ask()
        self.assertEqual(consumer.events, events[:3])
        events.append(self.history.publish("ev.b"))
        consumer.join()
        self.assertWhole(consumer, events)

    def test_a_scope_that_slept_costs_no_replay_from_its_last_event(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        consumer.take(self.history.publish("ev.a"), self.history.heartbeat())
        consumer.settle()
        consumer.take(*(self.history.publish("ev.b") for _ in range(5)), beat := self.history.heartbeat())
        self.history.publish("ev.a")
        consumer.take(self.history.publish("ev.a"))
        self.assertEqual(consumer.order.wants, Replay(beat.cursor))

    def test_the_loss_of_an_epochs_last_events_is_seen_in_the_next(self) -> None:
        for prefixes in (("",), ("ev.", "rq."), ("ev.a.", "ev.b.", "rq.a.")):
            with self.subTest(prefixes):
                self.history = History()
                consumer = Consumer(self.history, *prefixes)
                consumer.join()
                consumer.take(*(events := [self.history.publish("ev.a"), self.history.publish("rq.a")]))
                consumer.take(self.history.heartbeat())
                consumer.settle()
                consumer.take(self.history.watermark("a"), self.history.heartbeat())
                events += [self.history.publish(stream) for stream in ("ev.a", "rq.a", "ev.b")]
                consumer.take(events[-1])
                self.history.epoch = 9
                events.append(self.history.publish("ev.a"))
                consumer.join()
                self.assertWhole(consumer, events)

    def test_what_was_replayed_is_not_replayed_again_in_the_next_epoch(self) -> None:
        consumer = Consumer(self.history, after=Cursor(7, 0))
        event = self.history.publish("ev.a")
        consumer.join()
        self.history.epoch = 9
        consumer.order.joined(self.history.now)
        self.assertEqual(consumer.order.wants, Replay(event.cursor))

    def test_the_loss_of_an_epochs_only_event_is_seen_in_the_next(self) -> None:
        consumer = Consumer(self.history, "ev.", "rq.")
        consumer.join()
        consumer.take(self.history.heartbeat())
        consumer.settle()
        consumer.take(self.history.heartbeat())
        events = [self.history.publish("ev.a"), self.history.publish("rq.a")]
        consumer.take(events[1])
        self.history.epoch = 9
        consumer.join()
        self.assertWhole(consumer, events)

    def test_what_nobody_has_is_told(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        first = self.history.publish("ev.a")
        self.history.publish("ev.a", flags=Flag.NOT_JOURNALED)
        last = self.history.publish("ev.a")
        consumer.take(first, last)
        consumer.settle()
        self.assertEqual(consumer.items[1:], [first, Missed("ev.a", 1), last])

    def test_what_nobody_has_is_told_once(self) -> None:
        for has_beat_first in (False, True):
            with self.subTest(has_beat_first):
                self.history = History()
                consumer = Consumer(self.history, "ev.")
                consumer.join()
                consumer.take(self.history.heartbeat())
                consumer.settle()
                consumer.take(self.history.publish("ev.a"))
                for _ in range(3):
                    self.history.publish("ev.a", flags=Flag.NOT_JOURNALED)
                if has_beat_first:
                    consumer.take(self.history.heartbeat())
                    consumer.settle()
                consumer.take(self.history.publish("ev.a"))
                consumer.settle()
                consumer.take(self.history.heartbeat())
                consumer.settle()
                consumer.take(self.history.publish("ev.a"), self.history.heartbeat())
                self.assertIsNone(consumer.order.wants)
                self.assertEqual(consumer.others, [Missed("ev.*" if has_beat_first else "ev.a", 3)])

    def test_what_was_not_journaled_and_came_is_delivered(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        events = [self.history.publish("ev.a", flags=flag) for flag in (Flag(0), Flag(0), Flag.NOT_JOURNALED, Flag(0))]
        consumer.take(events[0], *events[2:])
        consumer.settle()
        self.assertEqual(consumer.events, events)

    def test_a_loss_of_what_is_not_kept_costs_no_replay(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        beats = [self.history.heartbeat() for _ in range(4)]
        consumer.take(beats[0])
        consumer.settle()
        consumer.take(beats[3])
        self.assertIsNone(consumer.order.wants)
        self.assertEqual(consumer.items[1:], [beats[0], beats[3]])

    def test_deltas_that_nobody_keeps_are_told_once(self) -> None:
        consumer = Consumer(self.history)
        consumer.join()
        events = [self.history.publish("dl.a") for _ in range(6)]
        self.history.deltas_from = events[3].cursor
        consumer.take(events[0], events[5])
        consumer.settle()
        self.assertEqual(consumer.items[1:], [events[0], Elided(), events[4], events[5]])

    def test_who_comes_after_retention_lags_and_begins_anew(self) -> None:
        consumer = Consumer(self.history, after=Cursor(7, 0))
        events = [self.history.publish("ev.a") for _ in range(5)]
        self.history.kept_from = events[2].cursor
        consumer.join()
        self.assertEqual(consumer.others, [Lagged("truncated")])
        self.assertIsInstance(consumer.items[1], Snapshot)
        later = self.history.publish("ev.a")
        consumer.take(later)
        self.assertEqual(consumer.events, [later])

    def test_who_can_not_keep_up_lags(self) -> None:
        consumer = Consumer(self.history, buffer=5)
        consumer.join()
        events = [self.history.publish("ev.a") for _ in range(20)]
        consumer.take(events[0], *events[2:12])
        consumer.settle()
        self.assertEqual(consumer.others, [Lagged("overflow")])
        self.assertEqual(consumer.items[-1], self.history.snapshot())
        consumer.take(*events[12:], later := self.history.publish("ev.a"))
        self.assertEqual(consumer.events, [events[0], later])

    def test_who_is_patient_gets_all(self) -> None:
        consumer = Consumer(self.history, buffer=5, patient=True, page_size=3)
        consumer.join()
        events = [self.history.publish("ev.a") for _ in range(40)]
        consumer.take(events[0], *events[2:])
        consumer.settle()
        self.assertEqual(consumer.events, events)

    def test_a_place_of_another_daemon_begins_anew(self) -> None:
        consumer = Consumer(self.history, after=Cursor(1_000, 1))
        self.history.publish("ev.a")
        consumer.join()
        self.assertEqual(consumer.others, [Lagged("foreign")])
        later = self.history.publish("ev.a")
        consumer.take(later)
        self.assertEqual(consumer.events, [later])

    def test_scopes_are_bounded(self) -> None:
        consumer = Consumer(self.history)
        consumer.order.SCOPES = 10
        consumer.join()
        events = [self.history.publish(f"ev.t{number % 30}") for number in range(90)]
        consumer.take(*events)
        self.assertEqual(consumer.events, events)

    def test_whatever_is_lost_at_random_comes_once(self) -> None:
        for seed in range(400):
            with self.subTest(seed=seed):
                self.one_course(random.Random(seed))

    def one_course(self, chance: random.Random) -> None:
        """Cut off, flooded and let in again; the last heartbeat and watermarks show what is missing at the end."""
        self.history = history = History()
        streams = ["ev.a", "dl.a", "rq.a", "ev.b", "rq.b", "wk.m", "ev.c", "rq.c"]
        by_scope = [f"{kind}.{scope}." for scope in "abcm" for kind in ("ev", "dl", "rq", "wk")]
        prefixes = chance.choice((("",), ("ev.", "dl.", "rq.", "wk."), by_scope))
        consumer = Consumer(history, *prefixes, page_size=chance.randint(1, 30), patient=True,
                            buffer=chance.randint(1, 30))
        consumer.join()
        linked, dropped = True, 0
        for _ in range(chance.randint(100, 600)):
            match chance.randrange(60):
                case 0: linked = False
                case 1 if not linked:
                    consumer.items += consumer.order.joined(history.now)
                    linked, dropped = True, 0
                case 2 if not linked: history.epoch += chance.randint(1, 5)
                case 3: dropped = chance.randint(1, 40)
                case 4: event = history.heartbeat()
                case 5: event = history.watermark(chance.choice("abc"))
                case 6 | 7: consumer.ask()
                case _: event = history.publish(chance.choice(streams))
            if history.events and linked and event is history.events[-1]:
                if dropped > 0:
                    dropped -= 1
                else:
                    consumer.take(event)
        if chance.random() < 0.5:
            history.epoch += 1  # what is missing of the last one shows no more
            consumer.join()
        else:
            consumer.join()
            consumer.take(history.heartbeat(), *map(history.watermark, "abc"), history.heartbeat())
        consumer.settle()
        self.assertWhole(consumer, [event for event in history.events if event.kind != "sy"])
        self.assertEqual(consumer.others, [])


if __name__ == "__main__":
    unittest.main()
