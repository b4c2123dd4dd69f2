import JSONRPC
import Testing

@testable import BosunCommands

@Suite struct ReloadCommandTests {
    @Test func whatHasChangedIsToldAndNothingElse() {
        #expect(
            ReloadCommand.lines([
                "groups": ["added": ["a"], "removed": ["b"], "changed": ["c", "d"]],
                "workers": ["started": ["a-1", "a-2"], "draining": ["b-1"], "rolling": ["c-1"]],
                "daemon": ["stop_timeout"], "doubts": ["group c: there is no program x in PATH"],
            ]) == [
                "groups added: a", "groups removed: b", "groups changed: c d", "workers started: a-1 a-2",
                "workers that drain and leave: b-1", "workers that get new processes, one after the other: c-1",
                "the daemon's own: stop_timeout",
                "doubt: group c: there is no program x in PATH",
            ])
        #expect(ReloadCommand.lines(["workers": ["started": []], "doubts": []]) == ["nothing has changed"])
        // Of an older or newer daemon.
        #expect(ReloadCommand.lines([:]) == ["nothing has changed"])
    }
}
