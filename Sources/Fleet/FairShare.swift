/// How much of what all share one user may have.
enum FairShare {
    /// A user has at most so many times what is still free: alone three quarters of all, and never the last of it.
    private static let greed = 3

    /// - Parameters:
    ///   - own: What the user has already.
    ///   - free: What nobody has yet.
    static func allows(_ own: Int, of free: Int) -> Bool { own < greed * free }
}
