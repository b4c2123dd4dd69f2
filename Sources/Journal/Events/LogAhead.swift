private import Glibc

/// How far the log ahead of a database has come (SQLite 3's `-wal`): what is in it is lost, without SQLite saying so, from
/// the first byte on that is not what was written.
struct LogAhead: Hashable {
    /// Tells a log from the one that it began anew from. 0: there was none.
    let generation: UInt64
    let frames: Int

    /// Whether one of which so much was found when it was opened has all of this one.
    ///
    /// - Parameter generation: nil when it has none that can be believed.
    func isWhole(in generation: UInt64?, _ frames: Int) -> Bool {
        guard let generation else { return false }
        if generation == self.generation { return frames >= self.frames }
        // A log begins anew when all of it is in the file; its first number is the last one's plus 1, the second by chance.
        return UInt32(generation >> 32) == UInt32(self.generation >> 32) &+ 1
    }

    /// What tells the log ahead of that database from others; nil when there is none, or its head is not what was written.
    static func generation(of path: String) -> UInt64? {
        let file = open("\(path)-wal", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var head = [UInt8](repeating: 0, count: 32)
        guard pread(file, &head, head.count, 0) == head.count else { return nil }
        let words = (0..<8).map { index in head[index * 4..<index * 4 + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
        let isBigEndian: Bool
        switch words[0] {
        case 0x377f_0682: isBigEndian = false
        case 0x377f_0683: isBigEndian = true
        default: return nil
        }
        var sum = (UInt32(0), UInt32(0))
        for index in stride(from: 0, to: 6, by: 2) {
            sum.0 &+= (isBigEndian ? words[index] : words[index].byteSwapped) &+ sum.1
            sum.1 &+= (isBigEndian ? words[index + 1] : words[index + 1].byteSwapped) &+ sum.0
        }
        guard sum == (words[6], words[7]) else { return nil }
        return UInt64(words[4]) << 32 | UInt64(words[5])
    }
}
