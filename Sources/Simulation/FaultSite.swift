/// A place in the simulated world where something can go wrong.
package enum FaultSite: String, Sendable, Hashable, CaseIterable {
    // At the spawn
    case textFileBusy, tooManyProcesses, tooManyDescriptors, executableMissing
    // A process's end
    case crashInTime, crashAtRequest, crashAtInitialize, crashAtResume, allCrashAtOnce
    // Silence
    case hangAtRequest, hangAtInitialize, slowAnswer, answerLost, turnNeverEnds, stopsReading
    // Half open
    case outputCloses, inputCloses, grandchildHoldsOutput
    // Does not want to end
    case ignoresEndOfFile, ignoresTerminate, slowToDie
    // Wrong words
    case initializeRefused, answerTwice, answerUnknown, overloaded, garbage, resolvesTwice
    // The threads' store
    case lockLingers, rolloutVanishes
    // The daemon's own
    case slowJournal
}
