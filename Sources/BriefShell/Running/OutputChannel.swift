import BriefSource
import CEditLine
import Glibc
import SystemPackage

/// Writes to a descriptor, everything it is given in one call as far as the system takes it.
///
/// A pipe whose reader is gone is no error: what is written from then on is dropped. `SIGPIPE` has
/// to be ignored.
final class OutputChannel {
  /// What stopped a write.
  enum Failure: Error {
    /// The system refused, with its reason.
    case refused(reason: String)
    /// The user stopped it while the reader was slow.
    case interrupted
  }

  /// The descriptor written to.
  let descriptor: FileDescriptor
  /// Whether the reader has gone.
  private(set) var isClosed = false
  private let isInterrupted: () -> Bool

  /// Creates a channel; `isInterrupted` is asked when a signal came during a write.
  init(_ descriptor: Int32, isInterrupted: @escaping () -> Bool = { false }) {
    self.descriptor = FileDescriptor(rawValue: descriptor)
    self.isInterrupted = isInterrupted
  }

  /// Writes all of `bytes`.
  func write(_ bytes: some Collection<UInt8>) throws(Failure) {
    let bytes = Array(bytes)
    var start = 0
    while start < bytes.count, !isClosed {
      do {
        start += try bytes[start...].withUnsafeBytes {
          try descriptor.write($0, retryOnInterrupt: false)
        }
      } catch let error as Errno {
        switch error {
        case .brokenPipe: isClosed = true
        case .interrupted: if isInterrupted() { throw .interrupted }
        case .resourceTemporarilyUnavailable: waitUntilWritable()
        default: throw .refused(reason: error.reason)
        }
      } catch {
        throw .refused(reason: "\(error)")
      }
    }
  }

  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
