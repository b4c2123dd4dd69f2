import JSONRPC

/// Which params of a command would loosen the approval or sandbox policy that the group's codex is configured with: if
/// whoever commands could do that, approving would mean nothing.
///
/// It lists what is let through, not what is not: a value or a param that nobody has judged takes `admin`. The shapes are
/// those of codex 0.163.0.
enum PolicyLoosening {
    /// The first param that loosens something; nil when there is none.
    ///
    /// - Parameter known: the method's params as the manifest has them.
    static func param(in params: JSON, known: [MethodParam]) -> String? {
        let known = Set(known.map(\.name))
        return (params.objectValue ?? []).first { member in
            !known.contains(member.key) || !(member.value.isNull || isHarmless(member.key, member.value))
        }?.key
    }

    private static func isHarmless(_ name: String, _ value: JSON) -> Bool {
        switch name {
        case "approvalPolicy": isOne(of: ["untrusted", "on-request"], value)
        case "approvalsReviewer": isOne(of: ["user"], value)
        case "sandbox": isOne(of: ["read-only", "workspace-write"], value)
        case "sandboxPolicy": isHarmless(sandboxPolicy: value)
        case "config": value.objectValue?.isEmpty ?? false
        // Named profiles, more roots to write in, other machines, what brings programs of its own, a rollout of anybody's.
        case "permissions", "runtimeWorkspaceRoots", "environments", "selectedCapabilityRoots", "path": false
        default: true
        }
    }

    private static func isHarmless(sandboxPolicy policy: JSON) -> Bool {
        guard let type = policy["type"], isOne(of: ["readOnly", "workspaceWrite"], type) else { return false }
        return (policy.objectValue ?? []).allSatisfy { member in
            switch member.key {
            case "type", "excludeSlashTmp", "excludeTmpdirEnvVar": true
            case "networkAccess": member.value.boolValue == false
            case "writableRoots": member.value.arrayValue?.isEmpty ?? false
            default: false
            }
        }
    }

    private static func isOne(of words: [String], _ value: JSON) -> Bool {
        value.stringValue.map(words.contains) ?? false
    }
}
