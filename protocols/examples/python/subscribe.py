#!/usr/bin/env python3
"""Prints the events of a Bosun daemon with their numbers, and says so when some were lost.

PREFIX is the beginning of a topic: `rq.` is all approvals, `wk.` all workers, `ev.<thread>.` a thread without its
deltas; none is everything. One that names a method too skips numbers by itself, so its gaps mean nothing.
Exit status: 0 after --count events, 1 when no daemon is there within --timeout.
"""
import argparse
import json
import sys

from bosun_bus import RUN_DIR, Events


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prefix", nargs="*", default=[""])
    parser.add_argument("--run-dir", default=RUN_DIR)
    parser.add_argument("--timeout", type=float, default=5, help="seconds of silence (default: 5)")
    parser.add_argument("--count", type=int, default=0, help="end after so many events")
    options = parser.parse_args()

    # A heartbeat comes each second, so that silence is a fault whatever else is subscribed to.
    events = Events(options.run_dir, "sy.-.heartbeat", *options.prefix)
    printed = 0
    while not options.count or printed < options.count:
        event = events.next(options.timeout)
        if not event:
            if not events.joined:
                sys.exit(f"no daemon at {options.run_dir}")
            print(f"silent for {options.timeout:g} s", flush=True)
        elif not event.method:
            print(f"joined epoch={event.epoch} seq={event.seq}", flush=True)
        elif f"{event.scope}.{event.method}".startswith(tuple(options.prefix)):
            if event.missed:
                print(f"gap {event.scope} missed={event.missed}", flush=True)
            text = json.dumps(event.body, ensure_ascii=False)[:100]
            print(event.seq, event.scope_seq, f"{event.scope}.{event.method}", text, flush=True)
            printed += 1


if __name__ == "__main__":
    main()
