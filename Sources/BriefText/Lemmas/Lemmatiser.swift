/// Gives the lemma of a word from its form and its tags.
///
/// Rules take off what English inflection adds; a table from the model holds the forms that go by
/// none. Lemmas follow the Universal Dependencies treebanks of English: `me` has the lemma `I`,
/// `his` the lemma `his`, `them` the lemma `they`, `an` the lemma `a`, and numbers are written
/// without commas.
public struct Lemmatiser: Sendable {
  let table: LemmaTable
  let inflection: Inflection

  /// Creates one that knows the rules alone.
  public init() { self.init(.empty) }

  /// Creates one with what a model knows.
  package init(_ table: LemmaTable) {
    self.table = table
    inflection = Inflection(table: table)
  }

  /// The lemma of `form` with these tags.
  ///
  /// Linear in the length of the form, logarithmic in the size of the table.
  public func lemma(of form: String, _ pair: TagSet.Pair) -> String {
    lemma(of: form, LemmaGroup(pair))
  }

  /// The lemma of `form` in a group of tags.
  package func lemma(of form: String, _ group: LemmaGroup) -> String {
    let letters = Self.plain(form)
    if let lemma = table.exception(letters, group, .exact) { return lemma }
    let small = Self.small(letters)
    if let lemma = table.exception(small, group, .small) {
      return group == .verbInName ? Self.text(Array(lemma.utf8).capitalised, form) : lemma
    }
    return Self.text(regular(letters, small, group), form)
  }

  /// `form` as exceptions spell it: with straight apostrophes.
  package static func plain(_ form: String) -> [UInt8] {
    let bytes = Array(form.utf8)
    guard bytes.contains(0xE2) else { return bytes }
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      // U+2018 and U+2019.
      if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99
      {
        plain.append(UInt8(ascii: "'"))
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain
  }

  /// The letters without capitals.
  package static func small(_ letters: [UInt8]) -> [UInt8] {
    if letters.allSatisfy({ $0 < 0x80 }) {
      return letters.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
    return Array(String(decoding: letters, as: UTF8.self).lowercased().utf8)
  }

  /// The letters as text; `form` itself, which is stored already, where they are the same.
  private static func text(_ letters: [UInt8], _ form: String) -> String {
    letters.elementsEqual(form.utf8) ? form : String(decoding: letters, as: UTF8.self)
  }
}
