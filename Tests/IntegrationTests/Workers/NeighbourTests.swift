import Glibc
import JSONRPC
import TestSupport
import Testing

/// A worker's commands, and the streams of another worker.
@Suite(.waits, .showsDaemonLogs) struct NeighbourTests {
    /// Both are the same user's, so that the kernel lets one open what the other has, if it is anything that can be opened.
    ///
    /// With pipes it can be: that the attempts are real ones shows there.
    @Test(arguments: ["socketpair", "pipe", nil] as [String?])
    func aWorkersCommandWritesIntoAnothersStreamsOnlyWhereTheseArePipes(_ stdio: String?) throws {
        let directory = try TemporaryDirectory()
        let work = try directory.directory("work")
        let record = try directory.directory("record")
        // The first worker's command waits until it is told of the other one's process.
        try directory.write(
            "work/try",
            """
            while [ ! -e pid ]; do sleep 0.02; done
            pid=$(cat pid)
            echo '{"id":77,"method":"forged/request","params":{"x":"forged"}}' > /proc/$pid/fd/0 && echo 0 >> opened
            echo '{"method":"forged/notification","params":{}}' > /proc/$pid/fd/1 && echo 1 >> opened
            : > done
            """)
        let worker = """
            case $BOSUN_WORKER in
            *.main-1) (cd \(work) && sh ./try 2> refused > /dev/null < /dev/null) & ;;
            esac
            exec \(Executable.fakeAppServer) --record \(record)
            """
        let setting = stdio.map { "stdio = \"\($0)\"" } ?? ""
        let bus = try BusClient(
            DaemonProcess(["/bin/sh", "-c", worker], workers: 2, group: setting, in: directory))
        try bus.ready("main-1")
        let pid = try bus.ready("main-2").int("pid")
        try directory.write("work/pid.new", "\(pid)\n")
        #expect(rename("\(work)/pid.new", "\(work)/pid") == 0)
        try eventually("it has tried") { directory.read("work/done") != nil }
        let opened = String(decoding: directory.read("work/opened") ?? [], as: UTF8.self)
        let refused = String(decoding: directory.read("work/refused") ?? [], as: UTF8.self)
        // Whatever it has written has been read when this is answered.
        let answer = try bus.result("some/thing", meta: ["worker": "main-2"])
        #expect(try answer.text("worker") == "main-2")
        try bus.catchUp()
        let read = String(decoding: directory.read("record/main-2.1") ?? [], as: UTF8.self)
        if stdio == "pipe" {
            #expect(opened.contains("0\n") && read.contains("forged/request"), "\(refused)")
            return
        }
        #expect(opened.isEmpty && refused.split(separator: "\n").count == 2, "\(refused)")
        #expect(!read.contains("forged") && read.contains("some/thing"))
        #expect(!bus.events.contains { $0.topic.contains("forged") || $0.text.contains("forged") })
        #expect(try bus.result("fleet/status").int("counters/malformedLines") == 0)
    }
}
