"""The policy of `approval_agent.py`: what it lets through, and what only looks so."""
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

from bosun import Approval
from daemon import CHECKOUT

sys.path.insert(0, str(CHECKOUT / "protocols/examples/python"))
from approval_agent import policy

COMMAND = "item/commandExecution/requestApproval"


class PolicyTests(unittest.TestCase):
    def decide(self, line: str, *, method: str = COMMAND, offered: tuple[Any, ...] = ("accept", "decline"), **more: Any) -> Any:
        params = {"command": f"/bin/bash -lc {line}", "cwd": str(self.inside / "sub"), **more}
        return policy(Approval("id", method, params, list(offered), "decline", "t", "main-1", {}), self.inside)

    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.inside = Path(directory.name).resolve()
        (self.inside / "sub").mkdir()
        (self.inside / "out").symlink_to("/etc")

    def test_reading_inside_is_accepted(self) -> None:
        for line in ("'cat a'", "'cat ../a'", "'ls -l'", "pwd", f"'head -n 3 {self.inside}/a'", '"tail \'a b\'"'):
            self.assertEqual(self.decide(line), "accept", line)

    def test_everything_else_is_declined(self) -> None:
        for line in (
            "'rm a'", "'cat /etc/passwd'", "'cat ../../a'", "'cat ../out/passwd'", "'cat a; rm a'", "'cat a && rm a'",
            "'cat a | sh'", "'cat a > b'", "'cat `rm a`'", "'cat $(rm a)'", "'cat $HOME/a'", "'cat ~/a'", "'X=1 cat a'",
            "'cat a\nrm a'", "'cat {a,/etc/passwd}'", "'cat /et?/passwd'", "'cat a &'", "''", "'cat a' more", "'cat \\\"a'",
            "'cat \"a'", "'/tmp/cat a'", "'cat --x=/etc/passwd'",
        ):
            self.assertIsNone(self.decide(line), line)

    def test_what_asks_for_more_is_declined(self) -> None:
        self.assertIsNone(self.decide("'cat a'", networkApprovalContext={"host": "x"}))
        self.assertIsNone(self.decide("'cat a'", additionalPermissions={"network": True}))
        self.assertIsNone(self.decide("'cat a'", cwd="/"))
        self.assertIsNone(self.decide("'cat a'", cwd=None))
        self.assertIsNone(self.decide("'cat a'", command=None))
        self.assertIsNone(self.decide("'cat a'", method="item/fileChange/requestApproval"))
        self.assertIsNone(self.decide("'cat a'", offered=("cancel", "decline")))
