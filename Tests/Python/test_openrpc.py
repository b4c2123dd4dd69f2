"""What `rpc.discover` answers, as OpenRPC has it."""
import copy
import unittest
from typing import Any

from jsonschema import Draft202012Validator
from openrpc import OpenRPC
from pydantic import ValidationError

from bosun import JSON
from daemon import BUILT, Daemon

GROUP = f'[[group]]\nname = "main"\ncommand = ["{BUILT}/fake-app-server"]'


class OpenRPCTests(unittest.TestCase):
    document: JSON

    @classmethod
    def setUpClass(cls) -> None:
        with Daemon(GROUP) as daemon:
            cls.document = daemon.call("rpc.discover")

    def test_it_is_a_document_of_that_standard(self) -> None:
        read = OpenRPC.model_validate(self.document)
        named = [method.name for method in read.methods]
        self.assertEqual(named, [method["name"] for method in self.document["methods"]])
        self.assertEqual(len(named), len(set(named)))
        self.assertLess({"ping", "turn/start", "approval/respond", "events/replay"}, set(named))

    def test_each_schema_in_it_is_one(self) -> None:
        found = 0
        for method in self.document["methods"]:
            for described in [*method["params"], method["result"]]:
                Draft202012Validator.check_schema(described["schema"])
                found += 1
        self.assertGreater(found, len(self.document["methods"]))

    def test_the_check_finds_what_is_wrong(self) -> None:
        def without_name(method: JSON) -> None:
            del method["name"]

        def without_schema(method: JSON) -> None:
            method["params"] = [{"name": "x"}]

        def with_loose_params(method: JSON) -> None:
            method["params"] = {"x": 1}

        for spoil in without_name, without_schema, with_loose_params:
            wrong: Any = copy.deepcopy(self.document)
            spoil(wrong["methods"][0])
            with self.subTest(spoil.__name__), self.assertRaises(ValidationError):
                OpenRPC.model_validate(wrong)
