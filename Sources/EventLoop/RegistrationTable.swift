/// The descriptors a loop watches.
///
/// A key holds the slot and how often the slot was used: readiness that epoll reported for a descriptor which was
/// closed, and whose number a new one has taken since, finds nobody.
struct RegistrationTable {
    /// The key of the loop's own eventfd; no slot reaches it.
    static let wakeUpKey = UInt64.max

    private struct Slot {
        var use: UInt32 = 0
        var descriptor: CInt = -1
        var handler: ((Readiness) -> Void)?
    }

    private var slots: [Slot] = []
    private var free: [Int] = []

    mutating func add(descriptor: CInt, handler: @escaping (Readiness) -> Void) -> Registration {
        let index: Int
        if let reused = free.popLast() {
            index = reused
        } else {
            index = slots.count
            slots.append(Slot())
        }
        slots[index].use &+= 1
        slots[index].descriptor = descriptor
        slots[index].handler = handler
        return Registration(key: UInt64(index) << 32 | UInt64(slots[index].use))
    }

    /// Forgets the registration and gives its descriptor, or nil when it was removed before.
    @discardableResult
    mutating func remove(_ registration: Registration) -> CInt? {
        guard let index = index(of: registration.key) else { return nil }
        let descriptor = slots[index].descriptor
        slots[index].handler = nil
        slots[index].descriptor = -1
        free.append(index)
        return descriptor
    }

    func descriptor(of registration: Registration) -> CInt? {
        index(of: registration.key).map { slots[$0].descriptor }
    }

    func handler(for key: UInt64) -> ((Readiness) -> Void)? {
        index(of: key).flatMap { slots[$0].handler }
    }

    private func index(of key: UInt64) -> Int? {
        let index = Int(key >> 32)
        guard index < slots.count, slots[index].use == UInt32(truncatingIfNeeded: key), slots[index].handler != nil
        else { return nil }
        return index
    }
}

/// A descriptor's place in its loop, until `unwatch`.
package struct Registration: Hashable, Sendable {
    let key: UInt64
}
