internal import Hummingbird

/// The limits every request is held to. Each is explained in docs/page-safety.md.
enum ServerLimits {
    /// Bytes of a request's body.
    static let bodyBytes = 1 << 20
    /// Bytes of a request's path and query. A state with every key of the page set stays far below.
    static let targetBytes = 16 << 10
    /// Bytes of all header fields of a request together.
    static let headerBytes = 32 << 10
    /// Header fields of a request.
    static let headerFields = 100
    /// Bytes of an answer that the kernel keeps for a reader.
    static let sentBytes = 64 << 10
    /// Connections at once.
    static let connections = 64
    /// Time until a connection on which nothing is asked is closed.
    static let idle = Duration.seconds(10)
    /// Time until a request must have come in whole, and time an answer may wait for a reader
    /// that takes nothing.
    static let deadline = Duration.seconds(30)
    /// Time that what is under way gets when the server closes.
    static let closing = Duration.seconds(2)
    /// Plans kept on the shelf. One of the largest takes about 8 MB, one of the shipped tables 1.
    static let keptPlans = 32
    /// Re-plans waiting at once; more are sent away.
    static let waitingPlans = 64
}
