import BriefSource

/// Which parts of a text a regular expression is to give.
enum MatchedParts {
  /// The first match that is not empty.
  case first
  /// Every match that is not empty.
  case all
  /// What stands between the matches that are not empty.
  case between
}

extension Pattern {
  /// Parts of `text`: a text or `missing` for the first match, lists of texts otherwise.
  ///
  /// An empty match is none: it would give nothing and part nothing. Each match that is looked at
  /// takes time linear in the length of the text, times the size of the pattern.
  ///
  /// - Parameters:
  ///   - isStopped: Asked now and then; when it says yes, no more is looked for.
  ///   - isAllowed: Asked at each match whether there may be so many parts; when it says no, no
  ///     more is looked for.
  func search(
    _ text: Text, for parts: MatchedParts, until isStopped: (() -> Bool)? = nil,
    while isAllowed: (Int) -> Bool = { _ in true }
  ) -> Value {
    Self.withComposed(text) { bytes in
      func part(_ start: Int, _ end: Int) -> Value {
        .text(String(decoding: bytes[start..<end], as: UTF8.self))
      }
      var found: [Value] = []
      var end = 0
      forEachMatch(in: bytes, until: isStopped) { match in
        if match.isEmpty { return true }
        guard isAllowed(found.count) else { return false }
        found.append(
          parts == .between ? part(end, match.start) : part(match.start, match.end))
        end = match.end
        return parts != .first
      }
      switch parts {
      case .first: return found.first ?? .missing
      case .all: return .list(found)
      case .between: return .list(found + [part(end, bytes.count)])
      }
    }
  }
}
