@testable import Fleet
import Testing

/// What finds the first of many, beside the same done by looking at all of them.
@Suite struct OrderTests {
    /// A course of steps that is the same each time.
    private struct Course {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed }

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func elementsAreInOrderWhereverTheyComeAndLeave(_ seed: UInt64) {
        var course = Course(seed)
        var sorted = SortedElements<Int>()
        var model: Set<Int> = []
        for step in 0..<3_000 {
            let element = course.next(200)
            // Growing, then leaving at the front, then any.
            switch (step / 500) % 3 {
            case 0:
                sorted.insert(element)
                model.insert(element)
            case 1:
                if let first = sorted.all.first {
                    sorted.remove(first)
                    model.remove(first)
                }
            default:
                if course.next(2) == 0 {
                    sorted.insert(element)
                    model.insert(element)
                } else {
                    sorted.remove(element)
                    model.remove(element)
                }
            }
            #expect(Array(sorted.all) == model.sorted() && sorted.isEmpty == model.isEmpty)
            #expect(sorted.first(after: element) == model.filter { $0 > element }.min())
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func theOldestIsFoundWhoeverLeftBefore(_ seed: UInt64) {
        var course = Course(seed)
        var order = ArrivalOrder<Int>()
        var model: [Int] = []
        for _ in 0..<3_000 {
            let key = course.next(100)
            switch course.next(4) {
            case 0:
                #expect(order.removeOldest() == model.first)
                if !model.isEmpty { model.removeFirst() }
            case 1:
                order.remove(key)
                model.removeAll { $0 == key }
            default:
                order.insert(key)
                if !model.contains(key) { model.append(key) }
            }
            #expect(order.count == model.count)
        }
        while let oldest = order.removeOldest() { #expect(oldest == model.removeFirst()) }
        #expect(model == [])
    }

    @Test func handlesEndWithTheirWorkerAlone() {
        var handles = Handles()
        let (a, b) = (Handles.Handle("a", in: "process"), Handles.Handle("b", in: "watch"))
        handles.set(a, worker: 1)
        handles.set(b, worker: 2)
        // Another worker has one of that name by now.
        handles.set(a, worker: 2)
        handles.forget(worker: 1)
        #expect(handles.worker(of: a) == 2 && handles.worker(of: b) == 2)
        handles.forget(worker: 2)
        #expect(handles.worker(of: a) == nil && handles.worker(of: b) == nil)
    }

    @Test func ofThreadsThatWereLetGoOfTheOldestIsForgotten() {
        var unloaded = UnloadedThreads()
        for number in 0..<UnloadedThreads.limit { unloaded.add("t\(number)", of: 1, codexHome: "/home") }
        unloaded.remove("t0")
        unloaded.unlock("t1")
        unloaded.add("t0", of: 2, codexHome: "/home")
        unloaded.add("new", of: 2, codexHome: "/home")
        #expect(unloaded.codexHome(of: "t1") == nil && unloaded.codexHome(of: "t0") == "/home")
        unloaded.forget(worker: 1)
        #expect(unloaded["t2"] == nil && unloaded.codexHome(of: "t2") == "/home")
        #expect(unloaded["t0"] == 2 && unloaded["new"] == 2)
    }
}
