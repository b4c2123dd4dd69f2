#!/usr/bin/env python3
"""Runs one turn: starts a thread (or goes on with --thread), sends PROMPT, prints the answer as it streams.

The answer alone goes to standard output; the thread's id and approvals that it waits for go to standard error.
Exit status: 0 completed, 1 failed, interrupted or refused, 2 nothing heard for --timeout.
"""
import argparse
import os
import sys

from bosun_bus import RUN_DIR, Commands, Event, Events, Refused


def show(event: Event) -> int | str | None:
    """Prints what belongs to the answer; gives the exit status at the turn's end."""
    match event.method:
        case "item/agentMessage/delta":
            print(event.body["params"]["delta"], end="", flush=True)
        case "approval/opened":
            print(f"waits for approval {event.body['approvalId']}", file=sys.stderr, flush=True)
        case "bosun/turnInterrupted" | "bosun/threadLost":
            return f"the worker ended: {event.method}"
        case "turn/completed":
            turn = event.body["params"]["turn"]
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
    commands = Commands(options.run_dir, "turn.py", options.timeout)
    policy = {"approvalPolicy": "on-request", "sandbox": "read-only"}
    try:
        thread = options.thread or commands.call("thread/start", cwd=options.cwd, **policy)["thread"]["id"]
        print(f"thread {thread}", file=sys.stderr, flush=True)
        events = Events(options.run_dir, f"ev.{thread}.", f"dl.{thread}.", f"rq.{thread}.")
        events.next(options.timeout)  # joined: nothing of the turn can be missed from here on
        commands.call("turn/start", threadId=thread, input=[{"type": "text", "text": options.prompt}])
        while event := events.next(options.timeout):
            if (status := show(event)) is not None:
                print(flush=True)
                return status
        print(f"nothing heard for {options.timeout:g} s", file=sys.stderr)
    except TimeoutError as error:
        print(error, file=sys.stderr)
    except Refused as error:
        return str(error.args[0])
    return 2


if __name__ == "__main__":
    sys.exit(main())
