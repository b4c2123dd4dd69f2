/// A journal's file, open, and what stood in it.
struct OpenJournal: ~Copyable {
    /// Never nil; an optional since it goes into one.
    let store: JournalStore?
    let contents: JournalContents
}
