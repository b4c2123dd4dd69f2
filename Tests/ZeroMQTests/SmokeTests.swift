import Testing
import ZeroMQ

@Suite struct SmokeTests {
    @Test func version() { #expect(Context.libraryVersion >= "4.3.4") }
}
