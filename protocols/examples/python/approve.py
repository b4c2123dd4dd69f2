#!/usr/bin/env python3
"""Answers approvals by a rule, never by default: what the rule does not name stays open for somebody else.

Exit status: 0 after --count answers, 1 when nothing is heard of the daemon for --timeout.
"""
import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "clients/python"))
from bosun import JSON, RUN_DIR, Approver, BosunError, NoAnswer


def command_of(params: JSON) -> list[str]:
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
    approver = Approver(options.run_dir, "approve.py")
    answered = 0
    try:
        while not options.count or answered < options.count:
            approval = approver.next(options.timeout)
            if not approval:  # nobody asked; or nobody is there
                approver.commander.call("ping", timeout=options.timeout)
                continue
            words = command_of(approval.params)
            accepts = "accept" in approval.offered and any(words[: len(rule)] == rule for rule in rules)
            said = "accepted" if accepts else "refused" if options.deny_all else "left open"
            if said != "left open":
                try:
                    approver.respond(approval, "accept" if accepts else approval.refusal)
                    answered += 1
                except BosunError as error:
                    said = f"{error}:"
            print(said, approval.id, " ".join(words) or approval.method, flush=True)
    except NoAnswer:
        sys.exit(f"no daemon heard at {options.run_dir}")


if __name__ == "__main__":
    main()
