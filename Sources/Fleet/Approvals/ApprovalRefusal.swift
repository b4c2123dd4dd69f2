package import BusProtocol
package import JSONRPC

/// Why somebody's claim or answer was not taken.
package struct ApprovalRefusal: Error, Equatable {
    package let reason: BusErrorReason
    package let message: String
    /// What a program wants to know of it besides: `by`, `remainingMs`.
    package let details: JSON

    package init(_ reason: BusErrorReason, _ message: String, details: JSON = [:]) {
        self.reason = reason
        self.message = message
        self.details = details
    }
}
