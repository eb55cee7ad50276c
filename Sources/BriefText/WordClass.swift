/// What the embedded word list says about a word, as far as tokens and sentences need it.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  /// `Dr`, `Gen`: keeps its full stop, a name follows.
  static let title = WordClass(rawValue: 1 << 0)
  /// `est`, `al`: keeps its full stop.
  static let abbreviation = WordClass(rawValue: 1 << 1)
  /// `Inc`, `Jr`: keeps its full stop at the end of a name, where a sentence may end too.
  static let nameEnd = WordClass(rawValue: 1 << 2)
  /// `Jan`, `Tues`: keeps its full stop.
  static let date = WordClass(rawValue: 1 << 3)
  /// `No`, `pp`, `Fig`: keeps its full stop before a number only.
  static let beforeNumber = WordClass(rawValue: 1 << 4)
  /// `Sat`, `Wash`: a word of its own too; keeps its full stop where the sentence plainly goes on.
  static let doubtful = WordClass(rawValue: 1 << 5)
  /// `cannot`, `gonna`: two words written as one.
  static let contraction = WordClass(rawValue: 1 << 6)
  /// `non`, `anti`: stays with what follows its hyphen.
  static let prefix = WordClass(rawValue: 1 << 7)
  /// `esque`: stays with what stands before its hyphen.
  static let suffix = WordClass(rawValue: 1 << 8)
  /// `em`, `til`: written with an apostrophe at its beginning.
  static let elision = WordClass(rawValue: 1 << 9)
  /// `km`, `pm`: a unit that may be written together with its number.
  static let unit = WordClass(rawValue: 1 << 10)
  /// `com`, `org`: the end of a host or file name.
  static let domain = WordClass(rawValue: 1 << 11)
  /// `w/o`, `s/he`: one word in spite of the mark inside.
  static let joined = WordClass(rawValue: 1 << 12)
  /// `The`, `However`: a capital does not make it a name, so it shows that a sentence begins.
  static let opener = WordClass(rawValue: 1 << 13)

  /// `e.g`, `vs`: keeps its full stop, what it leads to follows.
  static let leading = WordClass(rawValue: 1 << 14)

  /// All that keep their full stop wherever they stand.
  static let keepsStop: WordClass = [.title, .leading, .abbreviation, .nameEnd, .date]

  /// The class that `name` stands for in the list; empty for classes that serve others.
  init(named name: String) {
    self =
      switch name {
      case "title": .title
      case "abbreviation": .abbreviation
      case "name-end": .nameEnd
      case "date": .date
      case "before-number": .beforeNumber
      case "doubtful": .doubtful
      case "contraction": .contraction
      case "prefix": .prefix
      case "suffix": .suffix
      case "elision": .elision
      case "unit": .unit
      case "domain": .domain
      case "joined": .joined
      case "opener": .opener
      case "leading": .leading
      default: []
      }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}
