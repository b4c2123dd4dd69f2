/// Rows of text: aligned for a terminal, else one row a line with tabs between.
struct Table: Sendable {
    struct Cell: Sendable {
        let text: String
        let style: Style

        /// Text from outside is made safe here.
        init(_ text: String, _ style: Style = .plain) {
            self.text = SafeText.oneLine(text)
            self.style = style
        }
    }

    private let header: [String]
    private var rows: [[Cell]] = []

    init(_ header: [String]) {
        self.header = header
    }

    mutating func add(_ row: [Cell]) {
        rows.append(row)
    }

    func lines(for output: Output) -> [String] {
        guard output.terminal != nil else {
            return ([header] + rows.map { $0.map(\.text) }).map { $0.joined(separator: "\t") }
        }
        let all = [header.map { Cell($0, .bold) }] + rows
        let widths = header.indices.map { column in all.map { $0[column].text.count }.max() ?? 0 }
        return all.map { row in
            row.indices.map { column in
                let cell = row[column]
                let isLast = column == row.count - 1
                let space = isLast ? "" : String(repeating: " ", count: widths[column] - cell.text.count + 2)
                return output.styled(cell.text, cell.style) + space
            }.joined()
        }
    }
}
