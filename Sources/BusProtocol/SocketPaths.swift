/// The files of a daemon's run directory.
package struct SocketPaths: Sendable, Hashable {
    package let runDirectory: String

    package init(runDirectory: String) {
        self.runDirectory = runDirectory
    }

    package var events: String { "\(runDirectory)/events.sock" }
    /// Where an audience hears its part.
    package func events(ofAudience name: String) -> String { "\(runDirectory)/audience-\(name).sock" }
    package var commands: String { "\(runDirectory)/commands.sock" }
    package var control: String { "\(runDirectory)/control.sock" }
    /// Held locked by the daemon that serves this directory.
    package var lock: String { "\(runDirectory)/lock" }
}
