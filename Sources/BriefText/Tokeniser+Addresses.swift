/// Addresses: of pages, of people, of hosts and files.
extension Tokeniser {
  /// Where the address that begins at `start` ends; `nil` when there is none.
  func addressEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    if signs.contains(.colon), let end = schemeEnd(bytes, start) {
      return trimmed(bytes, end, chunk.upperBound)
    }
    if signs.contains(.at), let end = mailEnd(bytes, start) { return end }
    guard signs.contains(.innerStop) else { return nil }
    return hostEnd(bytes, start)
  }

  /// Where `https://`, `mailto:` or `doi:` ends.
  private func schemeEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    while isLetter(bytes, end), end - start < 10 { end += 1 }
    guard end > start, byte(bytes, end) == UInt8(ascii: ":"), end + 1 < chunk.upperBound else {
      return nil
    }
    if byte(bytes, end + 1) == UInt8(ascii: "/"), byte(bytes, end + 2) == UInt8(ascii: "/") {
      return end + 3
    }
    let known = ["mailto", "doi"].contains {
      $0.utf8.count == end - start && zip(start..<end, $0.utf8).allSatisfy { bytes[$0] == $1 }
    }
    return known && isAlphanumeric(bytes, end + 1) ? end + 1 : nil
  }

  private func mailEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    while at < min(chunk.upperBound, start + 65) {
      let byte = bytes[at]
      guard isAlphanumeric(bytes, at) || ".-_+%'".utf8.contains(byte) else { break }
      at += 1
    }
    guard byte(bytes, at) == UInt8(ascii: "@"), isAlphanumeric(bytes, at + 1) else { return nil }
    var end = at + 1
    while end < min(chunk.upperBound, at + 256),
      isAlphanumeric(bytes, end) || ".-_".utf8.contains(bytes[end])
    {
      end += 1
    }
    while end > at + 1, !isAlphanumeric(bytes, end - 1) { end -= 1 }
    return end
  }

  /// Where a host name, with its path, or the name of a file ends.
  private func hostEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    var label = start
    var labels = 0
    while end < min(chunk.upperBound, start + 128) {
      if bytes[end] == UInt8(ascii: ".") {
        guard isAlphanumeric(bytes, end + 1), end > label else { break }
        labels += 1
        label = end + 1
      } else if !isAlphanumeric(bytes, end), bytes[end] != UInt8(ascii: "-"),
        bytes[end] != UInt8(ascii: "_")
      {
        break
      }
      end += 1
    }
    guard labels > 0, isAlphanumeric(bytes, end - 1), end - label >= 2 else { return nil }
    let isWorldWide =
      labels > 1 && bytes[start] | 0x20 == UInt8(ascii: "w")
      && bytes[start + 1] | 0x20 == UInt8(ascii: "w")
      && bytes[start + 2] | 0x20 == UInt8(ascii: "w") && bytes[start + 3] == UInt8(ascii: ".")
    guard
      isWorldWide || isDomain(bytes, start, label, end)
        || (labels > 1 && isNewsgroup(bytes, start, end))
    else { return nil }
    if byte(bytes, end) == UInt8(ascii: "/") { return trimmed(bytes, end, chunk.upperBound) }
    return isWordByte(bytes, end) ? nil : end
  }

  /// Whether the last label is a known ending, in small letters or in the case of the rest.
  private func isDomain(_ bytes: Span<UInt8>, _ start: Int, _ label: Int, _ end: Int) -> Bool {
    guard classes.classes(bytes, from: label, to: end).contains(.domain) else { return false }
    let first = end - label > 2 ? label + 1 : label
    let small = (first..<end).allSatisfy { !isUpper(bytes, $0) }
    let capital = (start..<end).allSatisfy { !isLetter(bytes, $0) || isUpper(bytes, $0) }
    return small || capital
  }

  /// Whether all is written in small letters, with a name of two letters or more on top.
  private func isNewsgroup(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    isLetter(bytes, start) && isLetter(bytes, start + 1)
      && (start..<end).allSatisfy { !isUpper(bytes, $0) && !isDigit(bytes, $0) }
  }

  /// `end` without the punctuation that closes a sentence or a bracket around the address.
  private func trimmed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    var opened = 0
    for index in start..<end where bytes[index] == UInt8(ascii: "(") { opened += index > 0 ? 1 : 0 }
    while end > start {
      let byte = bytes[end - 1]
      if byte < 0x80 {
        if byte == UInt8(ascii: ")"), opened > 0 { return end }
        guard ".,;:!?'\")]}>*|".utf8.contains(byte) else { return end }
        end -= 1
        continue
      }
      var lead = end - 1
      while lead > start, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
      switch TextScalar(bytes, at: lead).kind {
      case .quotationMark, .apostrophe, .ellipsis, .closing, .dash: end = lead
      default: return end
      }
    }
    return end
  }
}
