import JSONRPC

/// Approvals for people, one a row.
enum ApprovalTable {
    static func of(_ approvals: [JSON]) -> Table {
        var table = Table(["APPROVAL", "WORKER", "THREAD", "EXPIRES", "STATE", "OFFERED", "METHOD", "ASKED FOR"])
        for approval in approvals {
            let expires = approval["expiresInMs"]?.intValue.map { FieldText.duration(milliseconds: $0) }
            table.add([
                Table.Cell(FieldText.of(approval["approvalId"]), .bold),
                Table.Cell(FieldText.of(approval["worker"])),
                Table.Cell(FieldText.of(approval["threadId"])),
                Table.Cell(expires ?? "-", .yellow),
                Table.Cell(state(approval)),
                Table.Cell((approval["offered"]?.arrayValue ?? []).map(offer).joined(separator: " ")),
                Table.Cell(FieldText.of(approval["method"]), .dim),
                Table.Cell(askedFor(approval)),
            ])
        }
        return table
    }

    /// Whether somebody has claimed it, and how many have said yes where more must.
    private static func state(_ approval: JSON) -> String {
        let claim = approval["claim"].map { "claimed by \(FieldText.of($0["by"]))" }
        let votes = approval["quorum"].map {
            "\(approval["votes"]?.arrayValue?.count ?? 0)/\(FieldText.of($0)) yes"
        }
        let parts = [claim ?? FieldText.of(approval["state"]), votes].compactMap { $0 }
        return parts.joined(separator: ", ")
    }

    /// The command or the files; else everything that was asked, since nobody may decide on half of it.
    ///
    /// Source: the server requests of codex app-server 0.163.0.
    static func askedFor(_ approval: JSON) -> String {
        guard let params = approval["params"] else { return "-" }
        var parts: [String] = []
        if let command = params["command"] {
            let words = command.arrayValue.map { $0.map { FieldText.of($0) }.joined(separator: " ") }
            parts.append(words ?? FieldText.of(command))
        } else if let changes = approval["item"]?["changes"]?.arrayValue {
            parts.append("change " + changes.map { FieldText.of($0["path"]) }.joined(separator: ", "))
        } else {
            return params.description
        }
        if let cwd = approval["cwd"]?.stringValue { parts.append("in \(cwd)") }
        if let reason = params["reason"]?.stringValue { parts.append("because: \(reason)") }
        return parts.joined(separator: "  ")
    }

    /// A word, or the name of an object's only member: `--decision` takes the whole.
    private static func offer(_ offer: JSON) -> String {
        offer.stringValue ?? offer.objectValue?.first.map { "{\($0.key)}" } ?? offer.description
    }
}
