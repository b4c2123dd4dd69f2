"""The show behind deploy/demo: one daemon, two codex workers, a turn, an approval, a worker's death and return."""
import signal

signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the demo knows how to end what it starts: no traceback

import argparse
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import FrameType
from typing import IO, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "protocols/clients/python"))
from bosun import BosunError, Commander, Event, Missed, Snapshot, Subscriber

STUB_CONFIG = """\
model = "gpt-5"
model_provider = "stub"
[model_providers.stub]
name = "stub"
base_url = "BASE_URL"
wire_api = "responses"
requires_openai_auth = false
request_max_retries = 0
stream_max_retries = 0
"""


class Failure(Exception):
    """Why the demo can't go on, in one line."""


class NoAccount(Failure):
    """The person's own codex can't be used; the daemon's log has nothing to add."""


class Interrupted(Exception):
    """Somebody ended the demo with a signal: which."""


class Terminal:
    """Lines with the time since the start; colour on a terminal only."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.has_colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        self.is_streaming = False

    def seconds(self) -> float:
        return time.monotonic() - self.began

    def paint(self, code: str, text: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self.has_colour else text

    def title(self, text: str) -> None:
        self.end_stream()
        print(f"\n{self.paint('1', text)}", flush=True)

    def line(self, who: str, text: str, colour: str = "36") -> None:
        self.end_stream()
        print(f"{self.seconds():6.2f} s  {self.paint(colour, f'{who:<10}')}  {text}", flush=True)

    def stream(self, text: str) -> None:
        if not self.is_streaming:
            print(f"{self.seconds():6.2f} s  {self.paint('32', 'answer    ')}  ", end="")
        self.is_streaming = True
        print(text.replace("\n", "\n" + " " * 22), end="", flush=True)

    def end_stream(self) -> None:
        if self.is_streaming:
            print()
        self.is_streaming = False


class Programs:
    """What the demo started, each in a session of its own: Ctrl-C comes here, and here it is ended in order."""

    def __init__(self) -> None:
        self.running: list[tuple[str, subprocess.Popen[str], float]] = []
        self.is_starting = False
        self.interrupted_by = ""

    def start(
        self, name: str, arguments: list[str], patience: float, log: IO[str], environment: dict[str, str] | None = None,
        output: IO[str] | int | None = None,
    ) -> "subprocess.Popen[str]":
        # Should this process be killed, nobody is left to end the others: then the kernel tells them.
        setpriv = shutil.which("setpriv")
        tied = [setpriv, "--pdeathsig", "TERM", "--"] if setpriv else []
        self.is_starting = True
        try:
            process = subprocess.Popen(
                tied + arguments, stdin=subprocess.PIPE, stdout=output or log, stderr=log, env=environment, text=True,
                start_new_session=True)
            self.running.append((name, process, patience))
        finally:
            self.is_starting = False
        if self.interrupted_by:
            raise Interrupted(self.interrupted_by)
        return process

    def interrupt(self, number: int, _: FrameType | None) -> None:
        """A signal's handler: what is being started must be known first, or nobody would end it."""
        self.interrupted_by = signal.Signals(number).name
        if not self.is_starting:
            raise Interrupted(self.interrupted_by)

    def require(self) -> None:
        for name, process, _ in self.running:
            if process.poll() is not None:
                raise Failure(f"{name} ended by itself, with status {process.returncode}")

    def end(self) -> str:
        """Ends all, the last started first; gives what went wrong with it, if anything."""
        faults = []
        for name, process, patience in reversed(self.running):
            process.terminate()
            try:
                process.wait(patience)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                faults.append(f"{name} did not end in {patience:.0f} s and was killed")
        self.running = []
        return "; ".join(faults)

    def hurry(self, *_: object) -> None:
        """A signal's handler once the end has begun."""
        for _name, process, _patience in self.running:
            process.terminate()


class Demo:
    def __init__(self, is_real: bool, checkout: Path, directory: Path, programs: Programs, terminal: Terminal) -> None:
        self.is_real = is_real
        self.checkout, self.directory, self.programs, self.out = checkout, directory, programs, terminal
        self.run_dir, self.work = str(directory / "run"), directory / "work"
        self.patience = 120.0 if self.is_real else 30.0
        self.log = open(directory / "bosun.log", "w")  # noqa: SIM115  (as long as the programs that write to it)
        self.subscriber: Subscriber
        self.commander: Commander
        self.approver: subprocess.Popen[str] | None = None
        self.has_joined = False
        self.heard = self.turns = self.missed = 0
        self.worker_pids: set[int] = set()
        self.worker_states: dict[str, str] = {}  # the last that each worker told of itself
        self.last_error = ""
        self.ended_turns: dict[str, dict[str, Any]] = {}

    # What happens, shown as it is told

    def show(self, event: Event) -> None:
        body = event.json()
        if event.kind == "wk":
            self.show_worker(event.method, body)
        elif event.method == "item/agentMessage/delta":
            self.out.stream(body["params"]["delta"])
        elif event.method == "approval/opened":
            wanted = body["params"].get("command", body["method"])
            self.out.line("PUB", f"approval opened: codex wants to run  {wanted}")
        elif event.method.startswith("approval/"):
            by = f" by {body['by']}" if "by" in body else ""
            self.out.line("PUB", f"approval {body['state']}{by}: {json.dumps(body.get('result', {}))}")
        elif event.method == "error":
            self.last_error = body["params"]["error"]["message"]
            self.out.line("codex", self.last_error, "31")
        elif event.method == "turn/completed":
            self.ended_turns[body["params"]["turn"]["id"]] = body["params"]["turn"]
        elif event.method == "bosun/turnInterrupted":
            self.out.line("PUB", "the turn that ran there was interrupted")

    def show_worker(self, what: str, body: dict[str, Any]) -> None:
        name, pid = body["worker"], body["pid"]
        self.worker_states[name] = what
        match what:
            case "spawned":
                self.worker_pids.add(pid)
                self.out.line("PUB", f"{name} spawned: process {pid}, its start number {body['generation']}")
            case "ready":
                self.out.line("PUB", f"{name} ready: it answered initialize")
            case "exited":
                how = body.get("signal") or f"code {body.get('code')}"
                self.out.line("PUB", f"{name} exited: {how} after {body['uptimeMs'] / 1000:.1f} s", "31")
            case "backingOff":
                why = f" ({body['reason']})" if body.get("reason") else ""
                self.out.line("PUB", f"{name} starts again in {body['nextTryMs'] / 1000:.1f} s{why}")

    def show_approver(self, line: str) -> None:
        self.out.line("approve.py", line.strip(), "33")
        if line.startswith("left open"):
            raise Failure(f"the model wants to run something else than it was told: {line.strip()}")

    # Waiting

    def wait(self, what: str, seconds: float, is_there: Callable[[], bool]) -> None:
        """Shows what comes until the thing that is waited for is there."""
        deadline = time.monotonic() + seconds
        while not is_there():
            left = deadline - time.monotonic()
            if left <= 0:
                why = f"; codex's last error: {self.last_error}" if self.last_error else ""
                raise Failure(f"{what} did not come in {seconds:.0f} s{why}")
            self.programs.require()
            output = self.approver.stdout if self.approver else None
            if output and select.select([output], [], [], 0)[0]:
                self.show_approver(output.readline())
            match item := self.subscriber.next(min(left, 0.02)):
                case Snapshot():
                    self.has_joined = True
                case Missed():
                    self.missed += item.count
                case Event():
                    self.heard += 1
                    self.show(item)

    def call(self, method: str, **params: Any) -> Any:
        """Sends a command, and shows what comes until its reply does."""
        reply = Future[Any]()

        def ask() -> None:
            try:
                reply.set_result(self.commander.call(method, params))
            except BaseException as error:
                reply.set_exception(error)

        threading.Thread(target=ask, daemon=True).start()
        self.wait(f"the reply to {method}", self.commander.timeout + 5, reply.done)
        try:
            return reply.result()
        except BosunError as refused:
            raise Failure(f"{method} was refused: {refused}") from None

    def turn(self, thread: str, prompt: str, directive: str) -> None:
        """Starts a turn and shows it to its end."""
        text = prompt if self.is_real else f"{prompt} [[stub {directive}]]"
        self.out.line("command", f"turn/start: {prompt}", "35")
        started = self.call("turn/start", threadId=thread, input=[{"type": "text", "text": text}])
        turn_id = started["turn"]["id"]
        self.wait("the turn's end", self.patience, lambda: turn_id in self.ended_turns)
        turn = self.ended_turns[turn_id]
        if turn["status"] != "completed":
            raise Failure(f"the turn {turn['status']}: {(turn.get('error') or {}).get('message', 'no reason given')}")
        self.turns += 1
        self.out.line("PUB", "turn completed")

    # The four parts of the show

    def start(self) -> None:
        self.out.title("1  Two codex workers become ready")
        codex = [str(self.checkout / ".venv/bin/codex"), "app-server"]
        environment, home = dict(os.environ), Path(os.environ.get("CODEX_HOME") or Path.home() / ".codex")
        if self.is_real:
            if not home.is_dir():
                raise NoAccount(f"there is no {home}: log in first with  CODEX_HOME={home} {codex[0]} login")
        else:
            home = self.start_stub_model()
            codex += ["--disable", "plugins"]  # they would be looked for on the internet
            names = ("PATH", "LANG", "TZ")
            environment = {name: os.environ[name] for name in names if name in os.environ}
            environment["HOME"] = str(self.directory / "home")
        bosun = self.checkout / ".build/release/bosun"
        daemon = self.programs.start(
            "bosun serve",
            [str(bosun), "serve", "--run-dir", self.run_dir, "--state-dir", str(self.directory / "state"),
             "--workers", "2", "--codex-home", str(home), "--", *codex],
            patience=25, log=self.log, environment=environment)
        self.out.line("demo", f"bosun serve: process {daemon.pid}, sockets in {self.run_dir}")
        self.commander = Commander(self.run_dir, "deploy/demo")
        self.subscriber = Subscriber(run_dir=self.run_dir)
        self.wait("the event socket's echo", 15, lambda: self.has_joined)
        self.out.line("demo", f"joined ipc://{self.run_dir}/events.sock")
        workers = self.call("worker/list")["workers"]
        for worker in workers:  # what was told before the demo joined
            self.worker_pids |= {worker["pid"]} if worker["pid"] else set()
            self.worker_states.setdefault(worker["worker"], worker["state"])
        self.out.line("command", "worker/list: " + ", ".join(f"{w['worker']} {w['state']}" for w in workers), "35")
        self.wait("two ready workers", 60, self.are_ready)
        self.out.line("demo", "both are ready")
        if self.is_real:
            account = self.call("account/read")
            if account.get("requiresOpenaiAuth") and not account.get("account"):
                raise NoAccount(f"codex is not logged in: run  CODEX_HOME={home} {codex[0]} login")

    def are_ready(self) -> bool:
        if "crashLoop" in self.worker_states.values():
            raise Failure("codex does not start")
        return all(state == "ready" for state in self.worker_states.values())

    def start_stub_model(self) -> Path:
        port_file, home = self.directory / "port", self.directory / "codex"
        self.programs.start(
            "stub-model",
            [str(self.checkout / ".build/release/stub-model"), "--until-eof", "--port-file", str(port_file)],
            patience=5, log=self.log)
        deadline = time.monotonic() + 10
        while not (port_file.exists() and port_file.read_text().strip()):
            self.programs.require()
            if time.monotonic() > deadline:
                raise Failure("stub-model did not serve in 10 s")
            time.sleep(0.02)
        base_url = f"http://127.0.0.1:{port_file.read_text().strip()}/v1"
        home.mkdir()
        (home / "config.toml").write_text(STUB_CONFIG.replace("BASE_URL", base_url))
        self.out.line("demo", f"stub-model plays the model, at {base_url}")
        return home

    def first_turn(self) -> str:
        self.out.title("2  A turn: asked on the command socket, answered on PUB")
        policy = "untrusted" if self.is_real else "on-request"
        settings = {"cwd": str(self.work), "approvalPolicy": policy, "sandbox": "read-only"}
        thread: str = self.call("thread/start", **settings)["thread"]["id"]
        self.out.line("command", f"thread/start: {thread}", "35")
        self.turn(thread, "Say in one short sentence that you are there.", "delay-ms=60")
        return thread

    def approval(self, thread: str) -> None:
        self.out.title("3  A command that needs approval: another process answers")
        target = self.work / "approved"
        script = self.checkout / "protocols/examples/python/approve.py"
        rules = [f"touch {target}", *(["touch approved"] if self.is_real else [])]
        self.approver = self.programs.start(
            "approve.py",
            [sys.executable, str(script), "--run-dir", self.run_dir, "--timeout", "60",
             *(word for rule in rules for word in ("--accept-prefix", rule))],
            patience=5, log=self.log, output=subprocess.PIPE)
        self.out.line("demo", f"approve.py: process {self.approver.pid}, accepts only  {rules[0]}")
        self.out.line("disk", f"{target.name}: {'there' if target.exists() else 'not there'}", "33")
        self.turn(
            thread, f"Run exactly this command and nothing else: touch {target}",
            f'run="touch {target}"]] [[stub text="Done: the command ran."')
        if not target.exists():
            raise Failure(f"the turn ended without {target}: the model did not run the command that it was told")
        self.out.line("disk", f"{target.name}: there", "33")

    def death(self, thread: str) -> None:
        self.out.title("4  kill -9 on the worker that has the thread")
        workers = self.call("worker/list")["workers"]
        worker = next((one for one in workers if one["threads"]), None)
        if not worker:
            raise Failure("no worker has the thread")
        os.kill(worker["pid"], signal.SIGKILL)
        died = time.monotonic()
        self.out.line("demo", f"kill -9 {worker['pid']} ({worker['worker']})", "31")
        self.wait("the worker's end", 10, lambda: self.worker_states[worker["worker"]] != "ready")
        self.out.line("demo", "the next command for this thread waits until a worker has it again")
        self.turn(thread, "Say in one short sentence that you are there again.", "delay-ms=60")
        after = next(one for one in self.call("worker/list")["workers"] if one["worker"] == worker["worker"])
        now = f"{after['state']}, process {after['pid']}, restarts {after['restarts']}"
        self.out.line("command", f"worker/list: {after['worker']} {now}", "35")
        self.out.line("demo", f"the same thread answered again {time.monotonic() - died:.1f} s after the kill")

    def run(self) -> None:
        (self.directory / "home").mkdir()
        self.work.mkdir()
        self.start()
        thread = self.first_turn()
        self.approval(thread)
        self.death(thread)
        if self.missed:
            raise Failure(f"{self.missed} events were lost")


def left_behind(pids: set[int]) -> str:
    """Which of the workers still live, in words; empty when none does."""
    left = sorted(pid for pid in pids if Path(f"/proc/{pid}").exists())
    return f"worker processes were left behind: {left}" if left else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=["stub", "real"], default="stub")
    parser.add_argument("--checkout", type=Path, default=Path(__file__).resolve().parent.parent)
    options = parser.parse_args()

    # A socket's path has at most 107 bytes.
    base = tempfile.gettempdir() if len(tempfile.gettempdir()) < 70 else "/tmp"
    directory = Path(tempfile.mkdtemp(prefix="bosun-demo.", dir=base))
    terminal, programs = Terminal(), Programs()
    demo = Demo(options.model == "real", options.checkout, directory, programs, terminal)
    ending = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    status, complaint = 0, ""
    try:
        for number in ending:
            signal.signal(number, programs.interrupt)
        demo.run()
    except NoAccount as error:
        status, complaint = 2, str(error)
    except Failure as error:
        status, complaint = 1, str(error)
    except Interrupted as error:
        status, complaint = 128 + signal.Signals[str(error)].value, f"ended by {error}; nothing is left running"
    except Exception as error:  # a fault of the demo itself, or of the daemon: the whole story goes into the log
        status, complaint = 1, f"{type(error).__name__}: {error}"
        traceback.print_exc(file=demo.log)

    for number in ending:
        signal.signal(number, programs.hurry)
    began = terminal.seconds()
    if fault := programs.end() or left_behind(demo.worker_pids):
        status, complaint = 1, f"{complaint}; {fault}" if complaint else fault
    demo.log.close()
    terminal.end_stream()
    if status == 1:
        kept = shutil.move(directory / "bosun.log", directory.with_name(f"{directory.name}.log"))
        complaint += f" (the daemon's log: {kept})"
    shutil.rmtree(directory, ignore_errors=True)
    if status:
        print(f"demo: {complaint}", file=sys.stderr)
        return status
    terminal.title("5  The end")
    terminal.line("demo", f"SIGTERM: bosun, its workers and the rest ended in {terminal.seconds() - began:.2f} s")
    terminal.title(
        f"ok: {demo.turns} turns, 1 approval by another process, 1 worker killed and back; "
        f"{demo.heard} events, none lost; {terminal.seconds():.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
