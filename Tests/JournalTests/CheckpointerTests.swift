import BusProtocol
import Glibc
import TestSupport
import Testing

@testable import Journal

@Suite struct CheckpointerTests {
    private func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Far more than the log ahead may have: it begins anew again and again, and nothing is lost by that.
    @Test func theLogAheadOfManyEventsDoesNotGrowForEver() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        let body = String(repeating: "z", count: 100_000)
        var largest = 0
        for round in 0..<36 {
            let events = (1...20).map { EventLogRig.event(UInt64(round * 20 + $0), body: body) }
            #expect(log.writeAndWait(events).count == 20)
            largest = max(largest, size(rig.path + "-wal"))
        }
        #expect(largest > 4 << 20 && largest < 40 << 20, "\(largest) bytes")
        let end = EventCursor(epoch: 2, seq: 0)
        #expect(log.everything(through: end).events.map(\.header.seq) == (1...720).map { UInt64($0) })
        log.close()
        #expect(size(rig.path + "-wal") == 0)
        let second = try rig.open(epoch: 2)
        let read = second.everything(through: end)
        #expect(read.events.count == 720 && !read.isTruncated)
        second.close()
    }

    /// The thread carries over what is in the log, and the next transaction then begins it anew.
    @Test func whatItHasCarriedOverMakesRoom() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/x.db"
        let database = try Database(path, isShared: true)
        try database.run("PRAGMA journal_mode=WAL; CREATE TABLE x (y BLOB)")
        database.checkpointOnlyWhenAsked()
        for _ in 0..<20 { try database.run("INSERT INTO x VALUES (zeroblob(9000))") }
        #expect(database.framesAhead > 60)
        let checkpointer = Checkpointer(path)
        checkpointer.begin()
        checkpointer.awaitRest()
        #expect(checkpointer.problem == nil)
        #expect(size(path) > 20 * 9_000)
        try database.run("INSERT INTO x VALUES (zeroblob(9000))")
        #expect(database.framesAhead < 10)
        checkpointer.stop()
        #expect(try database.number("SELECT count(*) FROM x") == 21)
    }

    /// Nobody waits for one that has no file to work on.
    @Test func oneThatCantWorkSaysSoAndIsNotWaitedFor() throws {
        let directory = try TemporaryDirectory()
        let checkpointer = Checkpointer(directory.path)
        checkpointer.begin()
        checkpointer.awaitRest()
        checkpointer.begin()
        checkpointer.awaitRest()
        checkpointer.stop()
        #expect(checkpointer.problem?.code == .unavailable)
    }

    /// A file mapped into memory that somebody truncates would end the process.
    @Test func twoConnectionsShareNoFileInMemory() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        _ = log.writeAndWait([EventLogRig.event(1)])
        #expect(access(rig.path + "-shm", F_OK) != 0)
        log.close()
    }
}
