"""`protocols/examples/c/consumer.c`, built with every warning an error, beside a daemon and a publisher that lies."""
import subprocess
import tempfile
import unittest
from pathlib import Path

import zmq

from bosun import Event
from daemon import CHECKOUT, PATIENCE, Daemon, eventually, say

SOURCE = CHECKOUT / "protocols/examples/c/consumer.c"
FLAGS = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover"]


class ConsumerTests(unittest.TestCase):
    directory: tempfile.TemporaryDirectory[str]
    program: str

    @classmethod
    def setUpClass(cls) -> None:
        cls.directory = tempfile.TemporaryDirectory(prefix="bosun.", dir="/tmp")
        cls.program = f"{cls.directory.name}/consumer"
        subprocess.run(["cc", *FLAGS, "-o", cls.program, str(SOURCE), "-lzmq"], check=True)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.directory.cleanup()

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        program = subprocess.Popen([self.program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(program.wait)
        self.addCleanup(program.kill)
        return program

    def end(self, program: "subprocess.Popen[str]") -> tuple[int, list[str], str]:
        output, errors = program.communicate(timeout=PATIENCE)
        return program.returncode, output.splitlines(), errors

    def test_it_prints_what_a_daemon_says(self) -> None:
        with Daemon() as daemon:
            daemon.wait_ready("main-1")
            thread = daemon.thread("main-1")
            program = self.start("-n", "3", "-t", "30", f"ipc://{daemon.run_dir}/events.sock", f"ev.{thread}.", "wk.")
            assert program.stdout
            self.assertRegex(program.stdout.readline(), r"^joined epoch=\d{10,} seq=\d+\n$")
            daemon.fake("main-1", *(say("some/thing", threadId=thread, number=number) for number in range(2)))
            daemon.call("worker/restart", {"worker": "main-1"})
            status, lines, errors = self.end(program)
        self.assertEqual((status, errors), (0, ""))
        self.assertRegex(lines[0], rf'^\d+ \d+ ev\.{thread}\.some/thing {{"method":"some/thing".*"number":0')
        self.assertRegex(lines[2], r'^\d+ \d+ wk\.wmain-1\.exited {"')
        self.assertEqual(len(lines), 3)

    def test_it_tells_gaps_and_new_epochs(self) -> None:
        publisher = Publisher(self.directory.name)
        self.addCleanup(publisher.close)
        program = self.start("-n", "6", "-t", "30", publisher.endpoint, "ev.a.", "ev.b.turn/")
        publisher.let_in(epoch=7)
        for topic, seq in (("ev.a.x", 3), ("ev.a.x", 4), ("ev.b.turn/x", 1), ("ev.a.x", 9), ("ev.b.turn/x", 5)):
            publisher.say(topic, 7, seq)
        publisher.say("ev.a.x", 8, 1)
        status, lines, _ = self.end(program)
        self.assertEqual(status, 0)
        self.assertEqual([line for line in lines if line.startswith("gap")],
                         ["gap ev.a missed=4", "gap: another start of the daemon, epoch=8"])

    def test_what_is_no_event_ends_it(self) -> None:
        wrong = [[b"ev.a.x"], [b"ev.a.x", b"\1" + bytes(62), b"{}"], [b"ev.a.x", b"\2" + bytes(63), b"{}"],
                 [b"ev.a.x", b"\1" + bytes(63), b"{}", b""]]
        for frames in wrong:
            publisher = Publisher(self.directory.name)
            program = self.start("-t", "30", publisher.endpoint)
            publisher.let_in(epoch=7)
            publisher.socket.send_multipart(frames)
            self.assertEqual(self.end(program)[0], 2, frames)
            publisher.close()

    def test_strange_topics_do_no_harm(self) -> None:
        publisher = Publisher(self.directory.name)
        self.addCleanup(publisher.close)
        program = self.start("-n", "4", "-t", "30", publisher.endpoint)
        publisher.let_in(epoch=7)
        for topic in ("", "x", "ev." + "a" * 300 + ".x", "..."):
            publisher.say(topic, 7, 1)
        self.assertEqual(self.end(program)[0], 0)

    def test_silence_ends_it(self) -> None:
        status, _, errors = self.end(self.start("-t", "1", f"ipc://{self.directory.name}/nobody"))
        self.assertEqual((status, errors), (1, "consumer: nothing heard for 1 s\n"))


class Publisher:
    def __init__(self, directory: str) -> None:
        self.endpoint = f"ipc://{directory}/events.sock"
        Path(f"{directory}/events.sock").unlink(missing_ok=True)
        self.socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.XPUB)
        self.socket.bind(self.endpoint)

    def let_in(self, epoch: int) -> None:
        def echo() -> bool:
            subscription = self.socket.recv()[1:] if self.socket.poll(10) else b""
            if is_sync := subscription.startswith(b"~sync."):
                self.say(subscription.decode(), epoch, 0)
            return is_sync

        eventually("the consumer subscribes", echo)

    def say(self, topic: str, epoch: int, scope_seq: int) -> None:
        header = Event.HEADER.pack(1, 4, 64, 0, epoch, 1, scope_seq, 0, bytes(16), 0)
        self.socket.send_multipart([topic.encode(), header, b"{}"])

    def close(self) -> None:
        self.socket.close(linger=0)


if __name__ == "__main__":
    unittest.main()
