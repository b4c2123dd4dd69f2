#!/usr/bin/env python3
"""Prints the events of a Bosun daemon with their numbers. What it loses it has replayed, and says so when it can't.

PREFIX is the beginning of a topic: `rq.` is all approvals, `wk.` all workers, `ev.<thread>.` a thread without its
deltas; none is everything.
Exit status: 0 after --count events, 1 when no daemon is there within --timeout.
"""
import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "clients/python"))
from bosun import RUN_DIR, Event, Snapshot, Subscriber


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prefix", nargs="*", default=[""])
    parser.add_argument("--run-dir", default=RUN_DIR)
    parser.add_argument("--timeout", type=float, default=5, help="seconds of silence (default: 5)")
    parser.add_argument("--count", type=int, default=0, help="end after so many events")
    options = parser.parse_args()

    # A heartbeat comes each second, so that silence is a fault whatever else is subscribed to.
    subscriber = Subscriber("sy.-.heartbeat", *options.prefix, run_dir=options.run_dir)
    printed, has_joined = 0, False
    while not options.count or printed < options.count:
        match item := subscriber.next(options.timeout):
            case Event():
                if item.topic.startswith(tuple(options.prefix)):
                    text = item.body.decode()[:100]
                    print(item.cursor.seq, item.scope_seq, item.topic, text, flush=True)
                    printed += 1
            case Snapshot():
                has_joined = True
                print(f"joined epoch={item.cursor.epoch} seq={item.cursor.seq}", flush=True)
            case None:
                if not has_joined:
                    sys.exit(f"no daemon at {options.run_dir}")
                print(f"silent for {options.timeout:g} s", flush=True)
            case _:
                print(f"gap {item}", flush=True)


if __name__ == "__main__":
    main()
