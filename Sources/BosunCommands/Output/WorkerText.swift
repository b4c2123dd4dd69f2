import Glibc
import JSONRPC

/// The result of `worker/get` for people: the worker's row of `bosun status`, and how its last lives ended.
struct WorkerText {
    private let worker: JSON

    init(_ worker: JSON) {
        self.worker = worker
    }

    func lines(for output: Output) -> [String] {
        let row = StatusText.workers([worker]).lines(for: output)
        let deaths = worker["deaths"]?.arrayValue ?? []
        guard !deaths.isEmpty else { return row + ["", "None of its lives has ended."] }
        return row + [""] + Self.table(deaths).lines(for: output)
    }

    private static func table(_ deaths: [JSON]) -> Table {
        var table = Table(["ENDED", "GENERATION", "PID", "WITH", "BY", "STAGE", "AFTER", "LAST WORDS"])
        for death in deaths {
            table.add([
                Table.Cell(death["atMs"]?.intValue.map(time) ?? "-", .dim),
                Table.Cell(FieldText.of(death["generation"])), Table.Cell(FieldText.of(death["pid"])), end(death),
                Table.Cell(FieldText.of(death["endedBy"])), Table.Cell(FieldText.of(death["stage"])),
                Table.Cell(death["uptimeMs"]?.intValue.map { FieldText.duration(milliseconds: $0) } ?? "-"),
                Table.Cell(lastLine(of: death["stderrTail"]?.stringValue ?? "")),
            ])
        }
        return table
    }

    private static func end(_ death: JSON) -> Table.Cell {
        if death["oom"]?.boolValue == true { return Table.Cell("out of memory", .red) }
        if let signal = death["signal"] { return Table.Cell(FieldText.of(signal), .red) }
        return Table.Cell("code \(FieldText.of(death["code"]))", death["code"] == 0 ? .plain : .red)
    }

    private static func lastLine(of text: String) -> String {
        text.split(whereSeparator: \.isNewline).last { $0.contains { !$0.isWhitespace } }.map(String.init) ?? "-"
    }

    /// Date and time of day, UTC.
    private static func time(_ unixMilliseconds: Int64) -> String {
        var seconds = time_t(unixMilliseconds / 1000)
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return "-" }
        func two(_ value: CInt) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}
