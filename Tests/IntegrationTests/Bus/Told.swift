import BosunClient
import BusProtocol
import JSONRPC
import Testing

/// What fakes told by the step `tell`, as a consumer has it: each life's numbers in the order in which they came.
struct Told {
    private(set) var numbers: [String: [Int64]] = [:]
    private(set) var losses: [EventLoss] = []
    private(set) var events = 0
    /// What a subscription that goes on where another one was gets again.
    private var seen: Set<EventCursor> = []

    mutating func take(_ delivery: UnbrokenSubscriber.Delivery) {
        switch delivery {
        case .event(let event):
            if seen.insert(event.cursor).inserted { take(topic: "\(event.topic)", body: event.body) }
        case .lost(let loss): losses.append(loss)
        case .rejoined: break
        }
    }

    mutating func take(topic: String, body: [UInt8]) {
        guard let params = (try? JSON(parsing: body))?["params"], let worker = params["worker"]?.stringValue,
            let life = params["life"]?.intValue, let number = params["n"]?.intValue
        else { return }
        events += 1
        numbers["\(worker).\(life) \(topic)", default: []].append(number)
    }

    /// Each life was heard from its first word on, without a gap, each word once and in order.
    func expectWhole(_ comment: Comment? = nil) {
        #expect(losses == [], comment)
        for (life, numbers) in numbers {
            #expect(numbers == Array(0..<Int64(numbers.count)), "\(life)")
        }
    }
}
