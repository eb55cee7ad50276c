import BriefSource

/// Numbers texts in the order they come, the same number for equal texts.
///
/// An open-addressing table over the bytes in normalisation form C; no text is copied but those that
/// have to be brought into that form. Constant time per text on average, plus its length.
struct TextInterner {
  /// The first text of each number.
  private(set) var texts: [Text] = []
  private var hashes: [Int] = []
  private var slots: [Int32]

  init() { slots = [Int32](repeating: -1, count: 64) }

  /// The number of `text`.
  mutating func id(of text: Text) -> Int32 {
    let plain = text.withUTF8 { $0.isComposed ? Self.hash($0) : nil }
    guard let plain else {
      let composed = Text(DisplayText.composed(text.string))
      return id(of: composed, keeping: text, hash: composed.withUTF8(Self.hash))
    }
    return id(of: text, keeping: text, hash: plain)
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return hasher.finalize()
  }

  private mutating func id(of text: Text, keeping original: Text, hash: Int) -> Int32 {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, texts[id] == text { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(clamping: texts.count)
    slots[slot] = id
    texts.append(original)
    hashes.append(hash)
    if texts.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    var larger = [Int32](repeating: -1, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = hash & (larger.count - 1)
      while larger[slot] >= 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = Int32(id)
    }
    slots = larger
  }
}
