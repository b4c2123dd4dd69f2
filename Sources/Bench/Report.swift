import Foundation
import JSONRPC

/// What is printed: a line for each pair as it is measured, then a table, then the same as one line of JSON.
struct Report {
    private var figures: [Figure] = []

    mutating func add(_ figure: Figure?) {
        if let figure { figures.append(figure) }
    }

    static func say(_ line: String) {
        print(line)
        fflush(nil)
    }

    /// `number` with about three digits that matter, and thousands apart.
    static func text(_ number: Double) -> String {
        guard number.isFinite else { return "-" }
        let digits = abs(number) >= 100 ? 0 : abs(number) >= 10 ? 1 : 2
        let plain = String(format: "%.\(digits)f", number)
        guard digits == 0 else { return plain }
        var text = ""
        for (index, character) in plain.reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3), character != "-" { text.append(",") }
            text.append(character)
        }
        return String(text.reversed())
    }

    var table: String {
        var rows = [["", "daemon", "floor", "daemon/floor", ""]]
        for figure in figures {
            rows.append([
                figure.name, Self.text(figure.daemon), figure.floor.map(Self.text) ?? "-",
                figure.ratio.map(Self.text) ?? "-", figure.unit,
            ])
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 || column == 4 ? cell + padding : padding + cell
            }
            return cells.joined(separator: "  ").trimmingSuffix { $0 == " " }
        }.joined(separator: "\n")
    }

    /// - Parameter load: the machine's load averages, which say what the figures are worth.
    func json(load: [Double]) -> String {
        let value: JSON = [
            "figures": .array(figures.map(\.json)), "load": .array(load.map { .number($0) }),
            "cores": .integer(Int64(ProcessInfo.processInfo.activeProcessorCount)),
        ]
        return String(decoding: value.serialized(), as: UTF8.self)
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
