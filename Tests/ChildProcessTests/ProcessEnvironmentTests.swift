import ChildProcess
import Testing

@Suite struct ProcessEnvironmentTests {
    @Test func passesOnWhatAWorkerNeedsAndNothingElse() {
        let needed = [
            "PATH": "/opt/bin", "HOME": "/home/x", "LANG": "C.UTF-8", "LC_ALL": "C", "LC_TIME": "C", "TZ": "UTC",
            "HTTPS_PROXY": "http://p", "https_proxy": "http://q", "no_proxy": "localhost", "ALL_PROXY": "socks://s",
            "SSL_CERT_FILE": "/c", "SSL_CERT_DIR": "/d", "CODEX_CA_CERTIFICATE": "/e", "CODEX_HOME": "/f",
        ]
        let others = ["OPENAI_API_KEY": "secret", "LD_PRELOAD": "/x.so", "CLAUDECODE": "1", "LCX": "1", "path": "/p"]
        let base = ProcessEnvironment.base(from: needed.merging(others) { a, _ in a })
        #expect(base == needed)
    }

    @Test func namedOnesAreTakenOrSet() {
        let own = ["PATH": "/bin", "HOME": "/root", "OPENAI_API_KEY": "key"]
        let base = ProcessEnvironment.base(
            from: own, named: ["OPENAI_API_KEY": nil, "ABSENT": nil, "HOME": "/srv", "EMPTY": "", "CODEX_HOME": "/x"])
        #expect(base == ["PATH": "/bin", "HOME": "/srv", "OPENAI_API_KEY": "key", "EMPTY": "", "CODEX_HOME": "/x"])
    }

    @Test func claudecodeIsNeverPassedOnAlsoWhenNamed() {
        let base = ProcessEnvironment.base(from: ["CLAUDECODE": "1"], named: ["CLAUDECODE": "1"])
        #expect(base["CLAUDECODE"] == nil)
        #expect(ProcessEnvironment.base(from: ["CLAUDECODE": "1"], named: ["CLAUDECODE": nil])["CLAUDECODE"] == nil)
    }

    @Test func aWorkerHasAPathEvenWhenTheDaemonHasNone() {
        #expect(ProcessEnvironment.base(from: [:]) == ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    }

    @Test func currentIsThisProcesssOwn() throws {
        let own = ProcessEnvironment.current
        let shown = try ChildProcess.run(Command("/usr/bin/env", environment: own)).output
        #expect(own["PATH"].map { shown.contains("PATH=\($0)\n") } == true)
    }
}
