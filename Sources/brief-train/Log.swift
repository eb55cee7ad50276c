import Synchronization
import SystemPackage

private let start = ContinuousClock.now
private let lock = Mutex(())

/// Says on standard error how far training is.
func log(_ message: String) {
  let seconds = Int((ContinuousClock.now - start) / .seconds(1))
  let line = "[\(seconds) s] \(message)\n"
  lock.withLock { _ in
    _ = try? FileDescriptor.standardError.writeAll(line.utf8)
  }
}
