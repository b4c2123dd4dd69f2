extension Dictionary where Value == Set<String> {
    /// Takes a name out of a set. An empty set is no entry: the index stays as small as what there is.
    mutating func leave(_ key: Key, _ name: String) {
        self[key]?.remove(name)
        if self[key]?.isEmpty == true { self[key] = nil }
    }
}
