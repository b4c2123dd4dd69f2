#!/usr/bin/env python3
"""Runs one turn: starts a thread (or goes on with --thread), sends PROMPT, prints the answer as it streams.

The answer alone goes to standard output; the thread's id and approvals that it waits for go to standard error.
Exit status: 0 completed, 1 failed, interrupted or refused, 2 nothing heard for --timeout.
"""
import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "clients/python"))
from bosun import RUN_DIR, BosunError, Commander, Event, NoAnswer, Subscriber


def show(event: Event) -> int | str | None:
    """Prints what belongs to the answer; gives the exit status at the turn's end."""
    match event.method:
        case "item/agentMessage/delta":
            print(event.json()["params"]["delta"], end="", flush=True)
        case "approval/opened":
            print(f"waits for approval {event.json()['approvalId']}", file=sys.stderr, flush=True)
        case "bosun/turnInterrupted" | "bosun/threadLost":
            return f"the worker ended: {event.method}"
        case "turn/completed":
            turn = event.json()["params"]["turn"]
            return 0 if turn["status"] == "completed" else f"{turn['status']}: {(turn['error'] or {}).get('message')}"
    return None


def main() -> int | str:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prompt")
    parser.add_argument("--run-dir", default=RUN_DIR)
    parser.add_argument("--thread", help="the id of an earlier thread")
    parser.add_argument("--cwd", default=os.getcwd(), help="where a new thread works (default: here)")
    parser.add_argument("--timeout", type=float, default=60, help="seconds of silence (default: 60)")
    options = parser.parse_args()
    commander = Commander(options.run_dir, "turn.py", options.timeout)
    policy = {"cwd": options.cwd, "approvalPolicy": "on-request", "sandbox": "read-only"}
    try:
        thread = options.thread or commander.call("thread/start", policy)["thread"]["id"]
        print(f"thread {thread}", file=sys.stderr, flush=True)
        events = Subscriber(f"ev.{thread}.", f"dl.{thread}.", f"rq.{thread}.", run_dir=options.run_dir)
        events.next(options.timeout)  # the snapshot: from here on nothing of the turn can be missed
        commander.call("turn/start", {"threadId": thread, "input": [{"type": "text", "text": options.prompt}]})
        while item := events.next(options.timeout):
            if isinstance(item, Event) and (status := show(item)) is not None:
                print(flush=True)
                return status
        print(f"nothing heard for {options.timeout:g} s", file=sys.stderr)
    except BosunError as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, NoAnswer) else 1
    return 2


if __name__ == "__main__":
    sys.exit(main())
