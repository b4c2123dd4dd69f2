@testable import CodexClient
import EventLoop
import JSONRPC
import Testing

@Suite struct ServerRequestBookTests {
    private func at(_ seconds: Int64) -> MonotonicInstant { MonotonicInstant(nanoseconds: seconds * 1_000_000_000) }

    private func line() throws -> IncomingLine {
        let scanner = EnvelopeScanner()
        return try Line.withCopy(of: Array(#"{"id":0,"method":"m"}"#.utf8)) { line in
            IncomingLine(line, try scanner.scan(line))
        }
    }

    @Test func eachIsClosedOnce() throws {
        var book = ServerRequestBook()
        #expect(book.open(.number(0), try line(), deadline: at(1)))
        #expect(book.open(.string("0"), try line(), deadline: at(1)))
        #expect(book.close(.number(0)) != nil)
        #expect(book.close(.number(0)) == nil)
        #expect(book.isOpen(.string("0")) && book.count == 1)
    }

    @Test func oneThatComesAgainKeepsItsDeadline() throws {
        var book = ServerRequestBook(limit: 1)
        #expect(book.open(.number(0), try line(), deadline: at(1)))
        #expect(book.open(.number(0), try line(), deadline: at(9)))
        #expect(book.nextDeadline == at(1))
        #expect(book.open(.number(1), try line(), deadline: at(9)) == false)
    }

    @Test func theOverdueComeInTheOrderOfTheirDeadlinesAndStayOpen() throws {
        var book = ServerRequestBook()
        for (id, second) in [(0, 3), (1, 1), (2, 2), (3, 4)] as [(Int64, Int64)] {
            _ = book.open(.number(id), try line(), deadline: at(second))
        }
        #expect(book.overdue(at: at(3)).map(\.id) == [.number(1), .number(2), .number(0)])
        #expect(book.count == 4)
        for id in [0, 1, 2, 3] as [Int64] { _ = book.close(.number(id)) }
        #expect(book.nextDeadline == nil)
    }
}
