private import CLinux

/// Connections that other processes of this machine have to this one.
package enum LocalPeers {
    /// Shuts those that came from a process by the Unix socket at `path`; gives how many. Looks at all descriptors of this
    /// process, so not on a loop.
    package static func cut(_ pid: CInt, at path: String) -> Int {
        max(0, Int(clinux_cut_local_peers(path, pid)))
    }
}
