import Testing
import JSONRPC

@Suite(.showsDaemonLogs) struct SmokeTests {
    @Test func aFakeWorkerBecomesReady() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        #expect(try bus.call("ping").result?.int("protocol") == 1)
        try bus.fake([["say": ["method": "a/b", "params": [:]]]])
        try bus.event("ev.wmain-1.a/b")
    }
}
