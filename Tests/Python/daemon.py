"""A `bosun serve` with workers that do what a test tells them (`Tests/Support/fake-app-server` has the words)."""
import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Self, TypeVar

from bosun import JSON, Commander, Endpoints, Keys

CHECKOUT = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ.get("BOSUN_BUILT") or CHECKOUT / ".build/debug")
PATIENCE = 60.0  # only a hang reaches it
ONE_GROUP = '[[group]]\nname = "main"'


T = TypeVar("T")


def eventually(what: str, look: Callable[[], T | None]) -> T:
    """Looks until there is something."""
    deadline = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {PATIENCE:.0f} s: {what}")
        time.sleep(0.01)
    return found


class Daemon:
    """Its directory goes with it; `kill` and `start` again are a restart on the same state."""

    def __init__(
        self, groups: str = ONE_GROUP, users: dict[str, list[str]] | None = None, /, **scripts: list[list[JSON]]
    ) -> None:
        """A word of `scripts` stands in `groups` for the command of a fake: the steps at the start of each life.

        With `users` it listens over tcp, too: for these, each with a key and roles.
        """
        self._temporary = tempfile.TemporaryDirectory(prefix="bosun.", dir="/tmp")  # a socket's path must be short
        self.directory = Path(self._temporary.name)
        self.run_dir = str(self.directory / "run")
        for name, lives in scripts.items():
            groups = groups.replace(name, self._script(name, lives))
        if users is not None:
            groups = self._listen(users) + groups
        self.groups = groups
        self.configure(groups)
        self.start()

    def configure(self, groups: str) -> None:
        """DIR in it is the directory; a group without a command gets the fake, one without a home the common one."""
        head, *parts = groups.split("[[group]]")
        for part in parts:
            head += f"[[group]]{part}\n"
            head += "" if "command =" in part else f'command = ["{BUILT}/fake-app-server"]\n'
            head += "" if "codex_home =" in part else 'codex_home = "DIR/codex"\n'
        (self.directory / "bosun.toml").write_text(head.replace("DIR", str(self.directory)))

    def _script(self, name: str, lives: list[list[JSON]]) -> str:
        path = self.directory / f"{name}.json"
        path.write_text(json.dumps(lives))
        return json.dumps([str(BUILT / "fake-app-server"), "--script", str(path)])

    def _listen(self, users: dict[str, list[str]]) -> str:
        for name in ("daemon", *users):
            self.keys("new", name)
        ports = []
        for _ in range(2):
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                ports.append(f"tcp://127.0.0.1:{free.getsockname()[1]}")
        self.tcp = Endpoints(ports[0], ports[1])
        settings = f'[listen]\ncommands = "{self.tcp.commands}"\nevents = "{self.tcp.events}"\ncurve = "daemon"\n'
        return settings + "".join(
            f'[users.{name}]\ncurve = "{name}"\nroles = {json.dumps(roles)}\n' for name, roles in users.items())

    def keys(self, *words: str) -> None:
        """`bosun keys`, which tells the daemon when it runs."""
        subprocess.run(
            [str(BUILT / "bosun"), "keys", *words, "--run-dir", self.run_dir, "--state-dir", str(self.directory / "state")],
            stdout=subprocess.DEVNULL, check=True, timeout=PATIENCE)

    def remote(self, user: str) -> Endpoints:
        """Over tcp, as that user."""
        directory = self.directory / "state/keys"
        return replace(self.tcp, keys=Keys.read(directory / "daemon.public", directory / f"{user}.secret"))

    def start(self) -> None:
        arguments = [
            str(BUILT / "bosun"), "serve", "--run-dir", self.run_dir, "--state-dir", str(self.directory / "state"),
            "--config", str(self.directory / "bosun.toml")]
        home = self.directory / "home"
        home.mkdir(exist_ok=True)
        with open(self.directory / "log", "ab") as log:
            self.process = subprocess.Popen(
                arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8"})
        self.commander = Commander(self.run_dir, "test", PATIENCE)

    def kill(self) -> None:
        """As a crash would."""
        self.commander.close()
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        self.commander.close()
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            self.commander.close()
            status = self.stop() if self.process.poll() is None else 0
            if kind:
                print((self.directory / "log").read_text(errors="replace")[-8_000:])
            elif status:
                raise AssertionError(f"the daemon ended with {status}")
        finally:
            self._temporary.cleanup()

    # What tests ask of it

    def call(self, method: str, params: JSON | None = None, **meta: Any) -> Any:
        return self.commander.call(method, params, **meta)

    def worker(self, name: str) -> JSON:
        workers: list[JSON] = self.call("worker/list")["workers"]
        return next(worker for worker in workers if worker["worker"] == name)

    def wait_ready(self, name: str, generation: int = 1) -> JSON:
        def look() -> JSON | None:
            worker = self.worker(name)
            return worker if worker["state"] == "ready" and worker["generation"] >= generation else None

        return eventually(f"{name} is ready", look)

    def thread(self, worker: str) -> str:
        started = self.call("thread/start", worker=worker)
        return str(started["thread"]["id"])

    def fake(self, worker: str, *steps: JSON) -> Any:
        """A worker performs these steps."""
        return self.call("fake/do", {"steps": list(steps)}, worker=worker)

    def wait_published(self, thread: str, message: JSON) -> None:
        """A reply can overtake events, and what a daemon that is killed has not published was never said."""

        def look() -> bool:
            query = {"after": {"epoch": 0, "seq": 0}, "prefixes": [f"ev.{thread}."], "limit": 10_000}
            events = self.call("events/replay", query)["events"]
            return any(json.loads(event["body"]) == message for event in reversed(events))

        eventually("it is published", look)

    def kill_worker(self, name: str) -> None:
        os.kill(self.worker(name)["pid"], signal.SIGKILL)


def say(method: str, **params: Any) -> JSON:
    """The step that prints a notification."""
    return {"say": {"method": method, "params": params}}


def ask(id: int | str, method: str, **params: Any) -> JSON:
    """The step that prints a request of the worker's."""
    return {"say": {"method": method, "id": id, "params": params}}
