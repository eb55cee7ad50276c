/// Questions about the letters of a form, as rules of spelling ask them.
extension [UInt8] {
  /// Whether the last letters are these.
  func ends(with suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard count >= length else { return false }
    for offset in 0..<length where self[count - length + offset] != suffix.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether the first letters are these.
  func begins(with prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard count >= length else { return false }
    for offset in 0..<length where self[offset] != prefix.utf8Start[offset] { return false }
    return true
  }

  /// Whether the letters are just these.
  func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && begins(with: word)
  }

  /// The letters without the last `count`.
  func without(_ count: Int) -> [UInt8] { Array(dropLast(count)) }

  /// The letter `place` places before the end, from 1; 0 before the first.
  func last(_ place: Int) -> UInt8 { place <= count ? self[count - place] : 0 }

  /// Whether the letter `place` places before the end is a vowel; `u` after `q` is none, `y` is
  /// one after a consonant.
  func isVowel(last place: Int) -> Bool {
    switch last(place) {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"): true
    case UInt8(ascii: "u"): last(place + 1) != UInt8(ascii: "q")
    case UInt8(ascii: "y"): place < count && !isVowel(last: place + 1)
    case let letter: letter >= 0x80
    }
  }

  /// How many stretches of vowels there are, which is about how many syllables.
  var syllables: Int {
    var found = 0
    var isInside = false
    for place in stride(from: count, to: 0, by: -1) {
      let vowel = isVowel(last: place)
      if vowel, !isInside { found += 1 }
      isInside = vowel
    }
    return found
  }

  /// Whether the last two letters are one consonant twice.
  var endsDoubled: Bool {
    count > 2 && last(1) == last(2) && !isVowel(last: 1) && last(1) >= UInt8(ascii: "a")
      && last(1) <= UInt8(ascii: "z")
  }

  /// How the ASCII letters are written.
  var capitals: Capitals {
    var found = Capitals.none
    var hasSmall = false
    var count = 0
    for (place, letter) in enumerated() {
      switch letter {
      case 0x41...0x5A:
        count += 1
        found = place == 0 ? .first : .mixed
      case 0x61...0x7A: hasSmall = true
      default: break
      }
    }
    return count > 0 && !hasSmall ? .all : found
  }

  /// Where a form has capitals.
  enum Capitals { case none, first, all, mixed }

  /// The letters with the first one a capital and the others as they are.
  var capitalised: [UInt8] {
    guard let first, (0x61...0x7A).contains(first) else { return self }
    return [first & ~0x20] + dropFirst()
  }
}
