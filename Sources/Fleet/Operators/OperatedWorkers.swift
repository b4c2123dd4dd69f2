/// The workers that an operator's command was for, and so the shape of its reply.
package enum OperatedWorkers: Sendable, Hashable {
    case one(UInt64)
    case many([UInt64])

    package var numbers: [UInt64] {
        switch self {
        case .one(let number): [number]
        case .many(let numbers): numbers
        }
    }
}
