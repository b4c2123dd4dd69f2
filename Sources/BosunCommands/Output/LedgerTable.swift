import JSONRPC

/// Lines of the approvals' ledger for people.
enum LedgerTable {
    static func of(_ lines: [JSON]) -> Table {
        var table = Table(["TIME", "CHANGE", "BY", "FROM", "APPROVAL", "WORKER", "THREAD", "METHOD", "WHAT"])
        for line in lines {
            table.add([
                Table.Cell(time(line["timeMs"]?.intValue ?? 0), .dim),
                Table.Cell(FieldText.of(line["change"]), style(of: line["change"])),
                Table.Cell(who(line)),
                Table.Cell(place(line["from"]), .dim),
                Table.Cell(FieldText.of(line["approvalId"]), .bold),
                Table.Cell(FieldText.of(line["worker"])),
                Table.Cell(FieldText.of(line["threadId"])),
                Table.Cell(FieldText.of(line["method"]), .dim),
                Table.Cell(what(line)),
            ])
        }
        return table
    }

    /// The user, and what the client calls itself; where nobody did it, what brought it.
    static func who(_ line: JSON) -> String {
        switch (line["user"]?.stringValue, line["client"]?.stringValue) {
        case (let user?, let client?): "\(user) (\(client))"
        case (let name?, nil), (nil, let name?): name
        case (nil, nil): FieldText.of(line["origin"])
        }
    }

    /// Where that is, as the daemon knows it. None where nobody did it, or where an earlier Bosun wrote the line.
    static func place(_ from: JSON?) -> String {
        if let address = from?["address"]?.stringValue { return address }
        guard let uid = from?["uid"]?.intValue, let pid = from?["pid"]?.intValue else {
            return FieldText.of(nil)
        }
        return "uid \(uid), pid \(pid)"
    }

    private static func what(_ line: JSON) -> String {
        guard let detail = line["detail"] else { return "" }
        return line["change"] == "opened" && detail["params"] != nil
            ? ApprovalTable.askedFor(detail) : detail.description
    }

    private static func style(of change: JSON?) -> Style {
        switch change?.stringValue {
        case "resolved": .bold
        case "expired", "void": .yellow
        default: .plain
        }
    }

    /// `2026-11-21 08:05:31`, UTC.
    static func time(_ milliseconds: Int64) -> String {
        let (days, rest) = (milliseconds / 86_400_000, milliseconds % 86_400_000)
        let (year, month, day) = date(days)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let seconds = rest / 1_000
        return "\(year)-\(two(month))-\(two(day)) "
            + "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }

    /// Days since 1970 in the Gregorian calendar, by eras of 400 years that begin with March.
    private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = max(0, days) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
