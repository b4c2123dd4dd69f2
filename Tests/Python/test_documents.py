"""What the pages show works."""
import os
import re
import subprocess
import sys
import unittest

from daemon import BUILT, CHECKOUT, PATIENCE, Daemon, eventually, say


class DocumentTests(unittest.TestCase):
    def test_the_program_in_the_readme_runs(self) -> None:
        program = re.findall(r"```python\n(.*?)```", (CHECKOUT / "README.md").read_text(), re.DOTALL)[0]
        group = f'[[group]]\nname = "main"\ncommand = ["{BUILT}/fake-app-server", "--record", "DIR"]'
        with Daemon(group) as daemon:
            daemon.wait_ready("main-1")
            reader = subprocess.Popen(
                [sys.executable, "-c", program.replace("/tmp/bosun", daemon.run_dir)], stdout=subprocess.PIPE, text=True,
                env={**os.environ, "PYTHONPATH": str(CHECKOUT / "protocols/clients/python")})
            self.addCleanup(reader.kill)
            read = daemon.directory / "main-1.1"
            eventually("it starts a turn", lambda: b'"turn/start"' in read.read_bytes())
            thread = "main-1-1-1"
            said = say("item/agentMessage/delta", threadId=thread, delta="Hello.")
            daemon.fake("main-1", said, say("turn/completed", threadId=thread, turn={"id": "u", "status": "completed"}))
            output, _ = reader.communicate(timeout=PATIENCE)
        self.assertEqual(reader.returncode, 0)
        self.assertRegex(output, r"^Hello\.\n\(event \d+\)\n$")
