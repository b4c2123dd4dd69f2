/// Whether a value holds an `unknown` case anywhere, or members that the schema lacks.
struct Reflection {
    private(set) var unknown: [String] = []
    private(set) var additional: [String] = []

    init(of value: Any) { visit(value, path: "") }

    private mutating func visit(_ value: Any, path: String) {
        let mirror = Mirror(reflecting: value)
        for child in mirror.children {
            let label = child.label ?? ""
            if mirror.displayStyle == .enum, label == "unknown" { unknown.append(path) }
            if mirror.displayStyle == .struct, label == "additional" {
                if Mirror(reflecting: child.value).children.count > 0 { additional.append(path) }
                continue
            }
            visit(child.value, path: label.isEmpty ? path : path + "." + label)
        }
    }
}
