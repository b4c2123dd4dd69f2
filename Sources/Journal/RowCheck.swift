import BusProtocol

/// Whether a row is what was written: SQLite checks how its file hangs together, and not what stands in it.
enum RowCheck {
    /// 16 bytes that no other values have.
    static func sum(of values: [SQLValue]) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in values {
            switch value {
            case .null: bytes.append(0)
            case .integer(let number): add(1, UInt64(bitPattern: number), to: &bytes)
            case .text(let text):
                add(2, UInt64(text.utf8.count), to: &bytes)
                bytes += text.utf8
            case .blob(let blob):
                add(3, UInt64(blob.count), to: &bytes)
                bytes += blob
            }
        }
        return bytes.withUnsafeBytes { Digest.check($0) }
    }

    private static func add(_ tag: UInt8, _ number: UInt64, to bytes: inout [UInt8]) {
        bytes.append(tag)
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
}

extension Statement.Row {
    /// Whether the sum in that column is that of the values. Rows of before there were sums have none, and are believed.
    func holds(_ values: [SQLValue], sum column: CInt) -> Bool {
        guard !isNull(column) else { return true }
        var isSound = false
        withBlobs(column, column) { stored, _ in isSound = stored.elementsEqual(RowCheck.sum(of: values)) }
        return isSound
    }
}
