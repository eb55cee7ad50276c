/// Makes spellings of one name alike that was written in another script: Zelensky and Zelenskyy,
/// Mohammed and Muhammad, Yusuf and Youssef.
///
/// The first letter, the class of the first vowel and the consonants stay; doubled letters, other
/// vowels and what writes one sound in two ways are given up. The idea is that of phonetic keys such
/// as Soundex (Russell, 1918); the classes are ours, for romanised Arabic, Persian, Urdu, Russian
/// and Ukrainian.
enum Romanisation {
  /// The key of a folded word; empty for one without letters. Linear in its length.
  static func key(_ word: String) -> String {
    var letters = Array(word.utf8)
    guard letters.allSatisfy({ (0x61...0x7A).contains($0) }), !letters.isEmpty else { return "" }
    letters = replaced(letters)
    var key: [UInt8] = []
    var vowel: UInt8?
    for (place, letter) in letters.enumerated() {
      let isVowel = Self.vowels.contains(letter)
      if place == 0 {
        key.append(isVowel ? Self.class(letter) : letter)
        if isVowel { vowel = letter }
      } else if isVowel {
        if vowel == nil {
          vowel = letter
          key.append(Self.class(letter))
        }
      } else if letter != letters[place - 1] {
        key.append(letter)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static let vowels = Set("aeiouy".utf8)

  private static func `class`(_ vowel: UInt8) -> UInt8 {
    switch vowel {
    case UInt8(ascii: "a"): UInt8(ascii: "a")
    case UInt8(ascii: "o"), UInt8(ascii: "u"): UInt8(ascii: "u")
    default: UInt8(ascii: "i")
    }
  }

  /// The letters with two that write one sound made one.
  private static func replaced(_ letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < letters.count {
      let letter = letters[place]
      let next = place + 1 < letters.count ? letters[place + 1] : 0
      switch (letter, next) {
      case (UInt8(ascii: "k"), UInt8(ascii: "h")):
        result.append(UInt8(ascii: "h"))
        place += 1
      case (UInt8(ascii: "p"), UInt8(ascii: "h")):
        result.append(UInt8(ascii: "f"))
        place += 1
      case (UInt8(ascii: "c"), UInt8(ascii: "k")):
        result.append(UInt8(ascii: "k"))
        place += 1
      case (UInt8(ascii: "q"), _): result.append(UInt8(ascii: "k"))
      case (UInt8(ascii: "x"), _): result += [UInt8(ascii: "k"), UInt8(ascii: "s")]
      case (UInt8(ascii: "w"), _): result.append(UInt8(ascii: "v"))
      // `Yousef` and `Yusuf`: a vowel written with two letters.
      case (UInt8(ascii: "o"), UInt8(ascii: "u")):
        result.append(UInt8(ascii: "u"))
        place += 1
      default: result.append(letter)
      }
      place += 1
    }
    return result
  }
}
