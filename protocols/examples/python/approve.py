#!/usr/bin/env python3
"""Answers approvals by a rule, never by default: what the rule does not name stays open for somebody else.

Exit status: 0 after --count answers, 1 when nothing is heard of the daemon for --timeout.
"""
import argparse
import re
import sys
from typing import Any

from bosun_bus import RUN_DIR, Commands, Events, Refused


def command_of(params: dict[str, Any]) -> list[str]:
    """The words of the one plain command that is to run; none when it is more than that, or asks for more."""
    if params.get("kind", "command") != "command" or params.get("networkApprovalContext"):
        return []
    plain = re.fullmatch(r"\S+ -l?c '([\w@%+=:,./ -]+)'", params.get("command") or "", re.ASCII)
    return plain[1].split() if plain and not params.get("additionalPermissions") else []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept-prefix", action="append", default=[], help="accept a command with these first words")
    parser.add_argument("--deny-all", action="store_true", help="refuse what is not accepted")
    parser.add_argument("--run-dir", default=RUN_DIR)
    parser.add_argument("--timeout", type=float, default=10, help="seconds of silence (default: 10)")
    parser.add_argument("--count", type=int, default=0, help="end after so many answers")
    options = parser.parse_args()
    rules = [words for prefix in options.accept_prefix if (words := prefix.split())]
    commands = Commands(options.run_dir, "approve.py", options.timeout)
    events = Events(options.run_dir, "rq.", "sy.-.heartbeat")

    heard, answered, known = 0, 0, set[str]()  # approval requests heard of, answers given, approvals looked at
    while not options.count or answered < options.count:
        event = events.next(options.timeout) or sys.exit(f"no daemon heard at {options.run_dir}")
        approvals = [event.body] if event.method == "approval/opened" else []
        heard += event.scope.startswith("rq.")
        if not event.method or event.method == "heartbeat" and event.body["last"]["rq"] != heard:
            approvals = commands.call("approval/list")["approvals"]  # at the start, and when some may have been missed
            heard = event.body["last"]["rq"] if event.method else 0
        for approval in (one for one in approvals if one["approvalId"] not in known):
            known.add(approval["approvalId"])
            words = command_of(approval["params"])
            accepts = "accept" in approval["offered"] and any(words[: len(rule)] == rule for rule in rules)
            said = "accepted" if accepts else "refused" if options.deny_all else "left open"
            if said != "left open":
                try:
                    decision = "accept" if accepts else approval["refusal"]
                    commands.call("approval/respond", approvalId=approval["approvalId"], decision=decision)
                    answered += 1
                except Refused as refused:
                    said = f"{refused.args[0]}:"
            print(said, approval["approvalId"], " ".join(words) or approval["method"], flush=True)


if __name__ == "__main__":
    main()
