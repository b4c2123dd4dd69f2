"""The client (`bosun.py`) from another machine: over tcp, known by a key; and at an audience's own endpoint."""
import socket
import time
import unittest
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest import mock

import zmq
from bosun import (
    Approver, BosunError, Commander, Endpoints, Event, Keys, NoAnswer, NotLetIn, Snapshot, Subscriber, _Link,
)
from daemon import ONE_GROUP, PATIENCE, Daemon, ask, eventually, say

ALL = ["observe", "command", "approve"]
FAR_TOO_LATE = PATIENCE / 2  # for an error that has to come in time


def stranger() -> bytes:
    return zmq.curve_keypair()[1]


class RemoteTests(unittest.TestCase):
    def commander(self, endpoints: Endpoints, timeout: float = PATIENCE) -> Commander:
        commander = Commander(client="remote", timeout=timeout, endpoints=endpoints)
        self.addCleanup(commander.close)
        return commander

    def subscriber(self, endpoints: Endpoints) -> Subscriber:
        subscriber = Subscriber(endpoints=endpoints)
        self.addCleanup(subscriber.close)
        return subscriber

    def approver(self, endpoints: Endpoints) -> Approver:
        approver = Approver(endpoints=endpoints)
        self.addCleanup(approver.close)
        return approver

    def expect_nobody(self) -> None:
        """What never comes need not be waited for as long as what comes late."""
        patience = mock.patch.object(Subscriber, "PATIENCE", 1.0)
        patience.start()
        self.addCleanup(patience.stop)

    def complaint(self, kind: type[BosunError], run: Callable[[], object]) -> str:
        """Of an error that comes while somebody waits without end."""
        began = time.monotonic()
        with self.assertRaises(kind) as raised:
            run()
        self.assertLess(time.monotonic() - began, FAR_TOO_LATE)
        self.assertNotIn("\n", str(raised.exception))
        return str(raised.exception)

    def test_commands_events_and_approvals(self) -> None:
        with Daemon(ONE_GROUP, {"ann": ALL}) as daemon:
            daemon.wait_ready("main-1")
            remote = daemon.remote("ann")
            commander, subscriber, approver = self.commander(remote), self.subscriber(remote), self.approver(remote)
            self.assertIsInstance(subscriber.next(PATIENCE), Snapshot)
            thread = commander.call("thread/start")["thread"]["id"]
            daemon.fake("main-1", say("some/thing", threadId=thread, number=7))
            event = next(item for item in subscriber if isinstance(item, Event) and item.method == "some/thing")
            self.assertEqual(event.json()["params"]["number"], 7)
            daemon.fake("main-1", ask(
                1, "item/commandExecution/requestApproval", threadId=thread, turnId="u", itemId="i", command="ls", cwd="/"))
            approval = approver.next(PATIENCE)
            assert approval
            approver.respond(approval, "accept")
            ended = daemon.call("approval/get", {"approvalId": approval.id})
            self.assertEqual((ended["state"], ended["by"]), ("resolved", "ann"))
            daemon.kill()
            daemon.start()
            self.assertEqual(commander.call("ping")["protocol"], 1)
            again = next(item for item in subscriber if isinstance(item, Event) and item.method == "ready")
            self.assertGreater(again.cursor.epoch, event.cursor.epoch)

    def test_a_wrong_key_is_told_of_in_time(self) -> None:
        with Daemon(ONE_GROUP, {"ann": ALL}) as daemon:
            ann = daemon.remote("ann")
            assert ann.keys
            unknown = replace(ann, keys=replace(ann.keys, secret=stranger()))
            for run in (
                lambda: self.commander(unknown).call("ping"), self.subscriber(unknown).next,
                self.approver(unknown).next,
            ):
                self.assertIn("does not let this key in", self.complaint(NotLetIn, run))
            self.expect_nobody()
            imposter = replace(ann, keys=replace(ann.keys, daemon=zmq.curve_public(stranger())))
            for run in (
                lambda: self.commander(imposter, timeout=1).call("ping"), self.subscriber(imposter).next,
                self.approver(imposter).next,
            ):
                self.assertIn("its key is not the one that is expected", self.complaint(NoAnswer, run))
            self.assertEqual(self.commander(ann).call("ping")["protocol"], 1)

    def test_nobody_there_is_told_of_in_time(self) -> None:
        self.expect_nobody()
        with socket.socket() as silent:  # bound, and takes no connection
            silent.bind(("127.0.0.1", 0))
            endpoint = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
            nobody = Endpoints(endpoint, endpoint, Keys(zmq.curve_public(stranger()), stranger()))
            for run in (
                lambda: self.commander(nobody, timeout=1).call("ping"), self.subscriber(nobody).next,
                self.approver(nobody).next,
            ):
                self.assertIn("nobody listens", self.complaint(NoAnswer, run))

    def test_a_link_tries_once(self) -> None:
        """Else what its monitor tells would fill up while nobody reads it, and hold up all sockets of the process."""
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            endpoint = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
            link = _Link(zmq.DEALER, endpoint, Keys(zmq.curve_public(stranger()), stranger()), 0)
            self.addCleanup(link.close)
            eventually("the try has failed", link.is_cut)
            self.assertFalse(link._monitor.poll(500))
            link.send({"id": 1})  # does not wait
            self.assertIsNone(link.receive(None))

    def test_a_revoked_key_ends_what_is_under_way(self) -> None:
        with Daemon(ONE_GROUP, {"ann": ALL}) as daemon:
            daemon.wait_ready("main-1")
            remote = daemon.remote("ann")
            commander, subscriber, approver = self.commander(remote), self.subscriber(remote), self.approver(remote)
            self.assertEqual(commander.call("ping")["protocol"], 1)
            self.assertIsInstance(subscriber.next(PATIENCE), Snapshot)
            self.assertIsNone(approver.next(0.5))
            daemon.keys("revoke", "ann")
            with self.assertRaises(BosunError) as refused:
                commander.call("ping")
            self.assertEqual(refused.exception.reason, "forbidden")

            def listen() -> None:
                while subscriber.next():
                    pass

            self.assertIn("does not let this key in", self.complaint(NotLetIn, listen))
            self.assertIn("does not let this key in", self.complaint(NotLetIn, approver.next))
            self.complaint(NotLetIn, lambda: self.commander(remote).call("ping"))

    def test_who_may_not_hear_is_told_so(self) -> None:
        with Daemon(ONE_GROUP, {"ann": ["command"]}) as daemon:
            remote = daemon.remote("ann")
            self.complaint(NotLetIn, self.subscriber(remote).next)

    def test_an_audience_hears_at_its_own_endpoint(self) -> None:
        groups = '[audiences.team]\ngroups = ["main"]\n[[group]]\nname = "main"\n[[group]]\nname = "other"'
        with Daemon(groups) as daemon:
            for name in ("main-1", "other-1"):
                daemon.wait_ready(name)
            subscriber = self.subscriber(Endpoints.of(daemon.run_dir, audience="team"))
            subscriber.next(PATIENCE)
            for name in ("other-1", "main-1"):
                daemon.fake(name, say("some/thing", of=name))
            event = next(item for item in subscriber if isinstance(item, Event) and item.method == "some/thing")
            self.assertEqual(event.scope, "wmain-1")

    def test_what_is_no_key_is_refused_at_once(self) -> None:
        with Daemon(ONE_GROUP, {}) as daemon:
            daemon.wait_ready("main-1")
            directory = daemon.directory / "state/keys"
            self.assertRaises(ValueError, Keys, b"short", stranger())
            self.assertRaises(ValueError, Keys.read, directory / "daemon.public", daemon.directory / "bosun.toml")
            self.assertRaises(FileNotFoundError, Keys.read, directory / "daemon.public", Path("/nonexistent"))
            self.assertRaises(ValueError, self.commander(daemon.tcp).call, "ping")
            keys = Keys.read(directory / "daemon.public", directory / "daemon.secret")
            self.assertNotIn(keys.secret.decode(), repr(Endpoints("", "", keys)))
            self.assertRaises(ValueError, self.subscriber(Endpoints(daemon.tcp.commands, keys=keys)).next)


if __name__ == "__main__":
    unittest.main()
