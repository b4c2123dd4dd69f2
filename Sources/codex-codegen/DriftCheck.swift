/// Compares an installed codex with the manifest.
struct DriftCheck {
    let manifest: Manifest
    let installed: Manifest

    /// All differences, those first that break Bosun.
    func drift() -> [Drift] { brokenRequests + brokenNotifications + brokenServerRequests + differences }

    // MARK: What Bosun acts on

    private var brokenRequests: [Drift] {
        ActedOn.clientRequests.flatMap { act -> [Drift] in
            guard let known = manifest.clientRequests[act.method] else { return [] }
            guard let found = installed.clientRequests[act.method] else {
                return act.isOptional ? [] : [broken(.dropped, "request \(act.method)", "")]
            }
            let place = "request \(act.method)"
            return readings(act, known.response, found.response, at: place + " result")
                + sendings(act, known.params, found.params, at: place + " params")
        }
    }

    private var brokenNotifications: [Drift] {
        ActedOn.serverNotifications.flatMap { act -> [Drift] in
            guard let known = manifest.serverNotifications[act.method] else { return [] }
            let place = "notification \(act.method)"
            guard let found = installed.serverNotifications[act.method] else { return [broken(.dropped, place, "")] }
            return readings(act, known.params, found.params, at: place + " params")
        }
    }

    private var brokenServerRequests: [Drift] {
        ActedOn.serverRequests.flatMap { act -> [Drift] in
            // What codex does not ask needs no answer.
            guard let known = manifest.serverRequests[act.method], let found = installed.serverRequests[act.method]
            else { return [] }
            let place = "server request \(act.method)"
            return readings(act, known.params, found.params, at: place + " params")
                + sendings(act, known.response, found.response, at: place + " reply")
        }
    }

    private func readings(_ act: ActedOn, _ known: String?, _ found: String?, at place: String) -> [Drift] {
        act.reads.map(ManifestPath.init).compactMap { path in
            guard let was = manifest.resolve(path, from: known) else { return nil }
            guard let now = installed.resolve(path, from: found) else {
                return path.isOptional ? nil : broken(.dropped, place, path.text)
            }
            if was.kind != now.kind { return broken(.changed, place, "\(path.text) from \(was.kind) to \(now.kind)") }
            if was.isCertain, !now.isCertain, !path.isOptional {
                return broken(.changed, place, "\(path.text) may be absent or null")
            }
            return nil
        }
    }

    private func sendings(_ act: ActedOn, _ known: String?, _ found: String?, at place: String) -> [Drift] {
        let paths = act.sends.map(ManifestPath.init)
        let changed = paths.compactMap { path -> Drift? in
            guard let was = manifest.resolve(path, from: known) else { return nil }
            guard let now = installed.resolve(path, from: found) else {
                return path.isOptional ? nil : broken(.dropped, place, path.text)
            }
            guard was.kind != now.kind else { return nil }
            return broken(.changed, place, "\(path.text) from \(was.kind) to \(now.kind)")
        }
        let demanded = installed.required(of: found).subtracting(manifest.required(of: known))
            .subtracting(paths.compactMap(\.steps.first))
        return changed + demanded.sorted().map { broken(.added, place, "\($0) is required") }
    }

    private func broken(_ change: Drift.Change, _ place: String, _ detail: String) -> Drift {
        Drift(change: change, place: place, detail: detail, breaksBosun: true)
    }

    // MARK: Everything

    private var differences: [Drift] {
        compare("request", manifest.clientRequests, installed.clientRequests) { was, now in
            changes(["params": (was.params, now.params), "response": (was.response ?? "-", now.response ?? "-")])
                + (was.stable == now.stable ? [] : [now.stable ? "is stable" : "is experimental"])
        }
            + compare("notification", manifest.serverNotifications, installed.serverNotifications) { was, now in
                changes(["params": (was.params, now.params)])
            }
            + compare("server request", manifest.serverRequests, installed.serverRequests) { was, now in
                changes(["params": (was.params, now.params), "response": (was.response ?? "-", now.response ?? "-")])
            }
            + compare("client notification", manifest.clientNotifications, installed.clientNotifications) { was, now in
                changes(["params": (was.params, now.params)])
            }
            + compare("type", manifest.types, installed.types, details(of:_:))
    }

    private func compare<Entry: Equatable>(
        _ noun: String, _ known: [String: Entry], _ found: [String: Entry],
        _ details: (Entry, Entry) -> [String]
    ) -> [Drift] {
        Set(known.keys).union(found.keys).sorted().compactMap { name in
            switch (known[name], found[name]) {
            case (nil, _?): Drift(change: .added, place: "\(noun) \(name)", detail: "")
            case (_?, nil): Drift(change: .dropped, place: "\(noun) \(name)", detail: "")
            case (let was?, let now?) where was != now:
                Drift(
                    change: .changed, place: "\(noun) \(name)", detail: details(was, now).joined(separator: ", "))
            default: nil
            }
        }
    }

    private func details(of was: Manifest.TypeEntry, _ now: Manifest.TypeEntry) -> [String] {
        let words = changes(Set(was.words ?? []), Set(now.words ?? []))
        let members = changes(
            was.members?.mapValues { "\($0.type)\($0.required ? "" : ", optional")" } ?? [:],
            now.members?.mapValues { "\($0.type)\($0.required ? "" : ", optional")" } ?? [:])
        let cases = changes(was.cases?.mapValues(\.description) ?? [:], now.cases?.mapValues(\.description) ?? [:])
        let all = words + members + cases
        return all.isEmpty ? ["has another shape"] : all
    }

    private func changes(_ was: Set<String>, _ now: Set<String>) -> [String] {
        now.subtracting(was).sorted().map { "+ \($0)" } + was.subtracting(now).sorted().map { "- \($0)" }
    }

    private func changes(_ was: [String: String], _ now: [String: String]) -> [String] {
        changes(Set(was.keys), Set(now.keys))
            + changes(was.filter { now[$0.key] != nil }.map { ($0.key, ($0.value, now[$0.key] ?? "")) })
    }

    private func changes(_ pairs: [(String, (String, String))]) -> [String] {
        pairs.filter { $0.1.0 != $0.1.1 }.map { "\($0.0) from \($0.1.0) to \($0.1.1)" }.sorted()
    }

    private func changes(_ pairs: KeyValuePairs<String, (String, String)>) -> [String] {
        changes(pairs.map { ($0.key, $0.value) })
    }
}
