/// Finds what somebody probably meant.
enum NearestName {
    /// The known name with the fewest changed letters; nil when none is near.
    static func of(_ name: String, among known: [String]) -> String? {
        let near = known.map { (name: $0, distance: distance(name, $0)) }.min { $0.distance < $1.distance }
        if let near, near.distance <= max(1, near.name.count / 3) { return near.name }
        // Somebody who knows the first letters only.
        let longer = known.filter { name.count >= 2 && $0.hasPrefix(name) }
        return longer.count == 1 ? longer[0] : nil
    }

    /// Letters to put in, take out, replace, or swap with their neighbour (optimal string alignment).
    static func distance(_ a: String, _ b: String) -> Int {
        // Nobody means a name of a dozen letters by a longer word, and the table grows with both.
        let a = Array(a.prefix(64)), b = Array(b.prefix(64))
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let isSame = a[i] == b[j]
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (isSame ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
