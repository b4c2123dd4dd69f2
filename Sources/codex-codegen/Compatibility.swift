/// Where the schema of the newest codex asks more than an older one that Bosun still runs will give.
enum Compatibility {
    /// Members that the schema requires and codex 0.133.0 leaves out: optional in Swift, so that its messages can be
    /// read. (0.149.0 leaves out none.)
    static let leftOutByOlder: Set<String> = [
        "ExternalAgentConfigImportCompletedNotification.importId",
        "ExternalAgentConfigImportCompletedNotification.itemTypeResults",
        "ExternalAgentConfigImportResponse.importId",
        "PermissionProfileSummary.allowed",
        "PluginDetail.appTemplates",
        "ToolRequestUserInputParams.isBlocking",
    ]
}
