"""`protocols/asyncapi.yaml` as AsyncAPI 3 has it, and against the schemas and the client."""
import copy
import re
import struct
import unittest
import warnings
from typing import Any

import yaml
from pydantic import ValidationError

with warnings.catch_warnings():
    warnings.simplefilter("ignore", UserWarning)  # of its own field names
    from asyncapi3.models.asyncapi import AsyncAPI3  # type: ignore[import-untyped]

from bosun import JSON, Event
from daemon import CHECKOUT

DIRECTORY = CHECKOUT / "protocols"
DOCUMENT: JSON = yaml.safe_load((DIRECTORY / "asyncapi.yaml").read_text())
PARAMETER = {"scope": r"[A-Za-z0-9_-]+", "thread": r"(?!w)[A-Za-z0-9_-]+", "worker": r"[A-Za-z0-9_-]+",
             "method": r"[A-Za-z0-9_/]+", "token": r".+"}


def resolve(reference: str) -> Any:
    node: Any = DOCUMENT
    for part in reference.removeprefix("#/").split("/"):
        node = node[part]
    return node


def references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if "$ref" in node else []
        return own + [found for child in node.values() for found in references(child)]
    return [found for child in node for found in references(child)] if isinstance(node, list) else []


def schemas_of(topic: str) -> set[str]:
    """The schemas of the daemon's own events that the document has for a topic."""
    found = set[str]()
    for channel in DOCUMENT["channels"].values():
        pattern = re.escape(channel["address"]).replace(r"\{", "{").replace(r"\}", "}")
        for name in channel.get("parameters", {}):
            pattern = pattern.replace(f"{{{name}}}", PARAMETER[name])
        if re.fullmatch(pattern, topic):
            for message in references(channel["messages"]):
                payload = resolve(message)["payload"]
                if "schema" in payload and resolve(message)["traits"][0]["$ref"].endswith("/daemon"):
                    found.add(payload["schema"]["$ref"].removeprefix("./schemas/"))
    return found


class AsyncAPITests(unittest.TestCase):
    def test_it_is_asyncapi_3(self) -> None:
        AsyncAPI3.model_validate(DOCUMENT)

    def test_a_fault_would_be_found(self) -> None:
        wrong = copy.deepcopy(DOCUMENT)
        wrong["channels"]["bye"]["adress"] = "sy.-.bye"
        self.assertRaises(ValidationError, AsyncAPI3.model_validate, wrong)

    def test_what_it_refers_to_is_there(self) -> None:
        found = references(DOCUMENT)
        self.assertGreater(len(found), 100)
        for reference in found:
            if reference.startswith("./"):
                self.assertTrue((DIRECTORY / reference).is_file(), reference)
            else:
                self.assertIsInstance(resolve(reference), dict, reference)
        messages = {f"#/components/messages/{name}" for name in DOCUMENT["components"]["messages"]}
        self.assertEqual(messages - set(found), set(), "messages in no channel")
        self.assertEqual(set(DOCUMENT["channels"]), set(DOCUMENT["operations"]))

    def test_each_event_of_the_daemon_has_its_message(self) -> None:
        events = {path.name for path in (DIRECTORY / "schemas").glob("*.json")
                  if path.name.startswith(("sy.", "wk.", "ev.", "rq.")) or path.name == "sync.json"}
        self.assertGreater(len(events), 25)
        told = {one.removeprefix("./schemas/") for one in references(DOCUMENT) if one.startswith("./")}
        self.assertEqual(events | {"bodyReference.json"}, told)

    def test_the_header_is_the_clients(self) -> None:
        code = {"u8": "B", "u16": "H", "u32": "I", "u64": "Q", "16 bytes": "16s"}
        layout = "<"
        for member in DOCUMENT["components"]["schemas"]["header"]["properties"].values():
            self.assertEqual(struct.calcsize(layout), member["x-at"])
            layout += code[member["x-type"]]
        self.assertEqual(layout, Event.HEADER.format)
