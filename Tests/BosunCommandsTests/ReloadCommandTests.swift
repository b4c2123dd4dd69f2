import JSONRPC
import Testing

@testable import BosunCommands

@Suite struct ReloadCommandTests {
    @Test func whatHasChangedIsToldAndNothingElse() {
        #expect(
            ReloadCommand.lines([
                "added": ["a-1", "a-2"], "removed": ["b-1"], "replaced": ["c"], "adjusted": ["d", "e"],
                "daemon": ["stop_timeout"], "doubts": ["group c: there is no program x in PATH"],
            ]) == [
                "workers added: a-1 a-2", "workers that leave: b-1",
                "groups that get new processes, one worker after the other: c",
                "groups treated otherwise from now on: d e", "the daemon's own: stop_timeout",
                "doubt: group c: there is no program x in PATH",
            ])
        #expect(ReloadCommand.lines(["added": [], "doubts": []]) == ["nothing has changed"])
        // Of an older or newer daemon.
        #expect(ReloadCommand.lines([:]) == ["nothing has changed"])
    }
}
