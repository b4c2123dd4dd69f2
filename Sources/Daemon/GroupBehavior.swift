package import Fleet
package import Supervision

/// How a group's workers are treated; each default is that of the part that obeys it.
package struct GroupBehavior: Sendable, Equatable {
    package var timing = WorkerSpec.Timing()
    package var restart = RestartPolicy()
    package var bounds = WorkerSpec.Limits()
    package var policy = GroupPolicy()

    package init() {}
}
