import StubModel
import Testing

@Suite struct StubModelOptionsTests {
    @Test func flagsAreRead() throws {
        let options = try StubModelOptions(parsing: ["--port", "8080", "--until-eof", "--port-file", "/tmp/port"])
        #expect(options.port == 8080)
        #expect(options.portFile == "/tmp/port")
        #expect(options.endsWithInput)
    }

    @Test(arguments: [["--port"], ["--port", "65536"], ["--port", "x"], ["--port-file"], ["--nope"], ["extra"], [""]])
    func whatIsNotKnownIsRefused(_ arguments: [String]) {
        let error = #expect(throws: StubModelError.self) { try StubModelOptions(parsing: arguments) }
        #expect(error?.code == .usage)
    }
}
