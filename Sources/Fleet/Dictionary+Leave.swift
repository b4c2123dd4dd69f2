extension Dictionary {
    /// Takes an element out of a set. An empty set is no entry: the index stays as small as what there is.
    mutating func leave<Element>(_ key: Key, _ element: Element) where Value == Set<Element> {
        self[key]?.remove(element)
        if self[key]?.isEmpty == true { self[key] = nil }
    }
}
