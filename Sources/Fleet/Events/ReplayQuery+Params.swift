import BusProtocol
import JSONRPC

extension ReplayQuery {
    /// Reads the params of `events/replay`; throws what is wrong with them, in words.
    init(params: JSON) throws(InvalidParams) {
        let filter = try TopicFilter(params: params)
        var limit = Self.defaultLimit
        if let value = params["limit"] {
            guard let number = value.intValue, Self.limits.contains(Int(number)) else {
                throw InvalidParams("params.limit is from \(Self.limits.lowerBound) to \(Self.limits.upperBound)")
            }
            limit = Int(number)
        }
        self.init(try Self.start(params), filter: filter, limit: limit)
    }

    private static func start(_ params: JSON) throws(InvalidParams) -> Start {
        switch (params["after"], params["sinceMs"]) {
        case (let after?, nil):
            guard let epoch = after["epoch"]?.unsignedValue, let seq = after["seq"]?.unsignedValue else {
                throw InvalidParams("params.after is {epoch, seq}, whole numbers")
            }
            return .after(EventCursor(epoch: epoch, seq: seq))
        case (nil, let since?):
            guard let milliseconds = since.unsignedValue, milliseconds < UInt64.max / 1_000_000 else {
                throw InvalidParams("params.sinceMs is unix time in milliseconds")
            }
            return .since(unixNanoseconds: milliseconds * 1_000_000)
        default:
            throw InvalidParams("params has either after or sinceMs")
        }
    }
}

extension TopicFilter {
    /// The `prefixes` of a query; everything when it names none.
    init(params: JSON) throws(InvalidParams) {
        guard let value = params["prefixes"] else {
            self = .all
            return
        }
        let texts = value.arrayValue?.compactMap(\.stringValue) ?? []
        guard let array = value.arrayValue, texts.count == array.count,
            (1...ReplayQuery.prefixLimit).contains(texts.count),
            texts.allSatisfy({ $0.utf8.count <= ReplayQuery.longestPrefix })
        else {
            throw InvalidParams(
                "params.prefixes is 1 to \(ReplayQuery.prefixLimit) strings of at most \(ReplayQuery.longestPrefix) bytes"
            )
        }
        self.init(texts)
    }
}

/// What is wrong with a command's params.
struct InvalidParams: Error, Equatable {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
