import CEditLine
import Glibc

/// Reads code points from a terminal and hears the signals that come meanwhile.
///
/// Bytes that are not UTF-8 become U+FFFD, one for each byte that begins no character.
final class TerminalInput {
  /// What reading gave.
  enum Event: Equatable {
    case scalar(Unicode.Scalar)
    /// A signal came, one of those that are watched; it is still pending.
    case signal
    /// The terminal is gone.
    case end
  }

  /// What the Escape key gives, where it is a key of its own and not the Meta key; none when `nil`.
  var loneEscape: String?

  private let descriptor: Int32
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  private var position = 0
  private var queue: [Unicode.Scalar] = []

  /// Reads from `descriptor`.
  ///
  /// When Ctrl-C is typed a terminal throws away what was typed before it, even if poll(2) has
  /// already announced it, and a read that blocks would then wait on with the signal unheard. So the
  /// terminal is opened once more to read without blocking; the descriptor itself is shared with
  /// other programs, whose reads that would change.
  init(descriptor: Int32) {
    let again = ttyname(descriptor).map { open($0, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) }
    isOwned = again ?? -1 >= 0
    self.descriptor = isOwned ? again ?? descriptor : descriptor
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Puts code points before what the terminal sends.
  func push(_ text: String) { queue.append(contentsOf: text.unicodeScalars) }

  /// Forgets what was read ahead; the terminal itself forgets what it holds when Ctrl-C is typed.
  func discard() {
    queue = []
    buffer = []
    position = 0
  }

  /// Whether a code point, or a part of one, is there without waiting.
  var isPending: Bool {
    if !queue.isEmpty || position < buffer.count { return true }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0 && request.revents & Int16(POLLIN) != 0
  }

  /// Whether something comes within `milliseconds`, as the rest of a sequence does that a key sends.
  func isFollowed(within milliseconds: Int32) -> Bool {
    if isPending { return true }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0 && request.revents & Int16(POLLIN) != 0
  }

  /// The next code point, or what came instead; waits for one of them.
  ///
  /// - Parameter isWanted: Asked whenever a signal may have come; whether it stops the waiting.
  func next(stoppingFor isWanted: () -> Bool) -> Event {
    if !queue.isEmpty { return .scalar(queue.removeFirst()) }
    guard let first = byte(isWanted) else { return isWanted() ? .signal : .end }
    let length: Int
    switch first {
    case 0x1B:
      if let loneEscape, !beginsSequence() { push(String(loneEscape.dropFirst())) }
      return .scalar("\u{1B}")
    case 0..<0x80: return .scalar(Unicode.Scalar(first))
    case 0xC2..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF5: length = 4
    default: return .scalar("\u{FFFD}")
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for _ in 1..<length {
      guard let next = byte(isWanted) else { return isWanted() ? .signal : .end }
      guard next & 0xC0 == 0x80 else {
        // It begins something else; the character before it was cut short.
        position -= 1
        return .scalar("\u{FFFD}")
      }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let isShortest = length == 2 || value >= (length == 3 ? 0x800 : 0x10000)
    return .scalar(isShortest ? Unicode.Scalar(value) ?? "\u{FFFD}" : "\u{FFFD}")
  }

  /// Whether what follows an escape character at once makes it the beginning of a sequence.
  private func beginsSequence() -> Bool {
    if position >= buffer.count {
      // A terminal sends a sequence in one piece; over a slow line the pieces come close together.
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 50) > 0, request.revents & Int16(POLLIN) != 0 else { return false }
      fill()
    }
    return position < buffer.count && (buffer[position] == 0x5B || buffer[position] == 0x4F)
  }

  /// Reads what there is; whether there was anything.
  @discardableResult
  private func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return true }
    guard count > 0 else { return false }
    buffer = Array(chunk[..<count])
    position = 0
    return true
  }

  private func byte(_ isWanted: () -> Bool) -> UInt8? {
    while position >= buffer.count {
      if isWanted() { return nil }
      var descriptors = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: brief_signal_descriptor(), events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&descriptors, nfds_t(descriptors.count), -1)
      if ready < 0, errno != EINTR { return nil }
      if descriptors[1].revents != 0 {
        brief_signal_drain()
        continue
      }
      guard ready > 0, descriptors[0].revents != 0 else { continue }
      guard fill() else { return nil }
    }
    position += 1
    return buffer[position - 1]
  }
}
