import BusProtocol
package import JSONRPC

extension MethodTable {
    /// The answer to `rpc.discover`: an OpenRPC document of what can be called, without what nobody may.
    package static func discovery(version: String) -> JSON {
        let methods = entries.filter { $0.role != nil }
        return [
            "openrpc": "1.3.2",
            "info": [
                "title": "Bosun", "version": .string(version),
                "description": .string(
                    "The commands of a Bosun daemon and of its workers, codex \(AppServerMethods.codex). `x-role` is the "
                        + "role that a user needs; methods that are not here go to a worker, and need admin."),
            ],
            "methods": .array(methods.map(\.discovery)),
        ]
    }
}

extension MethodEntry {
    fileprivate var discovery: JSON {
        [
            "name": .string(name), "summary": .string(summary), "paramStructure": "by-name",
            "params": .array(
                params.map { param in
                    [
                        "name": .string(param.name), "required": .bool(param.isRequired),
                        "schema": MethodParam.schema(of: param.type),
                    ]
                }),
            "result": ["name": "result", "schema": MethodParam.schema(of: result)],
            "x-role": .string(role?.rawValue ?? ""),
        ]
    }
}
