#!/usr/bin/env python3
"""An approval agent to begin with: edit `policy`, which sees each question, and run this beside the daemon.

What the policy does not allow by name is declined: the turn goes on, and codex looks for another way. An approval that
somebody else has answered is left to them.
Exit status: 0 after --count approvals, 1 when the daemon does not answer.
"""
import argparse
import shlex
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "clients/python"))
from bosun import RUN_DIR, Approval, Approver, BosunError, NoAnswer

READERS = {"cat", "head", "ls", "pwd", "tail"}


def policy(approval: Approval, inside: Path) -> Any:
    """The decision, one of `approval.offered`; None declines.

    `approval.params` are codex's own: a command's `command` and `cwd`, and all that it asks for besides.
    """
    params = approval.params
    if approval.method != "item/commandExecution/requestApproval" or "accept" not in approval.offered:
        return None
    if params.get("networkApprovalContext") or params.get("additionalPermissions"):
        return None
    words, cwd = plain_words(params.get("command") or ""), Path(params.get("cwd") or "/")
    if not words or words[0] not in READERS:
        return None
    read = [cwd, *(cwd / word for word in words[1:] if not word.startswith("-"))]
    return "accept" if all(path.resolve().is_relative_to(inside) for path in read) else None


def plain_words(command: str) -> list[str]:
    """The words of one command; none when a shell would see more in it than words."""
    try:
        shell = shlex.split(command)
        line = shell[2] if len(shell) == 3 and shell[1] in ("-c", "-lc") else ""
        return [] if set(line) & set("\n;&|<>()$`\\*?[]{}~!#=") else shlex.split(line)
    except ValueError:
        return []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inside", type=Path, default=Path.cwd(), help="where commands may read (default: here)")
    parser.add_argument("--run-dir", default=RUN_DIR)
    parser.add_argument("--count", type=int, default=0, help="end after so many approvals")
    options = parser.parse_args()
    approver = Approver(options.run_dir, "approval_agent.py")
    looked_at = 0
    try:
        while not options.count or looked_at < options.count:
            approval = approver.next(10)
            if not approval:  # nobody asked; or nobody is there
                approver.commander.call("ping", timeout=10)
                continue
            looked_at += 1
            decision = policy(approval, options.inside.resolve())
            said = "declined" if decision is None else f"answered {decision}"
            try:
                approver.respond(approval, approval.refusal if decision is None else decision)
            except BosunError as error:  # such as: somebody was faster, codex asks no more
                said = f"left, {error}:"
            print(said, approval.id, approval.params.get("command") or approval.method, flush=True)
    except NoAnswer as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
