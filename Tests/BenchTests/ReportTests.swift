import JSONRPC
import Testing

@testable import Bench

@Suite struct ReportTests {
    @Test(arguments: [
        (0.5, "0.50"), (12.34, "12.3"), (123.4, "123"), (1_234.0, "1,234"), (1_234_567.0, "1,234,567"), (0, "0.00"),
        (-1_234, "-1,234"), (-123, "-123"),
    ])
    func numbersAreShort(_ number: Double, _ text: String) {
        #expect(Report.text(number) == text)
    }

    @Test func whatIsNoNumberIsADash() {
        #expect(Report.text(.nan) == "-")
        #expect(Report.text(.infinity) == "-")
    }

    @Test func theTableHasColumns() {
        var report = Report()
        report.add(Figure(name: "a", unit: "/s", daemon: 50, floor: 1_000, ratio: 0.05))
        report.add(Figure(name: "long", unit: "µs", daemon: 7))
        report.add(nil)
        #expect(
            report.table == """
                      daemon  floor  daemon/floor
                a       50.0  1,000          0.05  /s
                long    7.00      -             -  µs
                """)
    }

    @Test func theJSONIsOneLineAndParses() throws {
        var report = Report()
        report.add(Figure(name: "a", unit: "/s", daemon: 50, floor: 0, ratio: .infinity))
        let text = report.json(load: [1, 2, 3])
        #expect(!text.contains("\n"))
        let figure = try #require(JSON(parsing: text)["figures"]?.arrayValue?.first)
        #expect(figure["daemon"]?.doubleValue == 50)
        #expect(figure["ratio"]?.isNull == true)
    }
}
