/// Takes the endings of English inflection off forms without capitals.
///
/// Where the letters leave open what stood before the ending, as in `hoped` and `hopped`, the stems
/// that are known decide, and after them what most words with such letters do. Linear in the length
/// of a form.
struct Inflection {
  let table: LemmaTable

  /// The singular of a noun's plural, or the base of a verb's third person.
  func withoutS(_ form: [UInt8], as kind: LemmaTable.Kind) -> [UInt8] {
    guard form.count > 2, form.ends(with: "s"), !form.ends(with: "ss") else {
      return kind == .noun ? irregularSingular(form) : form
    }
    if form.ends(with: "'s") { return form.without(2) }
    if form.ends(with: "ies") {
      let stem = form.without(3)
      // `dies` and `ties`, but also `movies`, which only the known stems can tell.
      if stem.count == 1 { return form.without(1) }
      return choose([stem + "y".utf8, form.without(1)], as: kind)
    }
    if kind == .noun, form.ends(with: "ves") {
      let stem = form.without(3)
      if stem.ends(with: "l") && !stem.ends(with: "al") || stem.ends(with: "hal")
        || stem.ends(with: "thie") || stem.ends(with: "lea") || stem.ends(with: "loa")
      {
        return choose([stem + "f".utf8, form.without(1)], as: kind)
      }
      if stem.equals("li") || stem.ends(with: "wi") || stem.ends(with: "kni") {
        return stem + "fe".utf8
      }
      return form.without(1)
    }
    if form.ends(with: "es") {
      let stem = form.without(2)
      if stem.ends(with: "ss") || stem.ends(with: "sh") || stem.ends(with: "x")
        || stem.ends(with: "zz") || stem.ends(with: "ch") || stem.ends(with: "o")
      {
        // `aches` and `shoes` keep their e, `quizzes` loses a letter.
        let undoubled = stem.ends(with: "izz") ? [stem.without(1)] : []
        return choose([stem, form.without(1)] + undoubled, as: kind)
      }
      if stem.ends(with: "us") || stem.ends(with: "is") || stem.ends(with: "as") {
        let isLong = stem.syllables > 1 && stem.ends(with: "us") && !stem.ends(with: "aus")
        let whole = form.without(1)
        return choose(isLong ? [stem, whole] : [whole, stem], as: kind)
      }
      if kind == .noun, stem.ends(with: "s") || stem.ends(with: "z") {
        return choose([form.without(1), stem], as: kind)
      }
      return form.without(1)
    }
    return form.without(1)
  }

  private func irregularSingular(_ form: [UInt8]) -> [UInt8] {
    if form.ends(with: "men"), form.count > 2 { return form.without(2) + "an".utf8 }
    if form.ends(with: "children") { return form.without(3) }
    if form.ends(with: "feet") || form.ends(with: "teeth") || form.ends(with: "geese") {
      return form.replacingLastVowels
    }
    return form
  }

  /// The base of a verb's past tense or participle.
  func withoutED(_ form: [UInt8]) -> [UInt8] {
    if form.ends(with: "'d") { return form.without(2) }
    guard form.count > 3, form.ends(with: "ed") else { return form }
    if form.ends(with: "ied") {
      let stem = form.without(3)
      if stem.count == 1 { return form.without(1) }
      return choose([stem + "y".utf8, form.without(1)], as: .verb)
    }
    return restored(form.without(2), as: .verb) ?? form
  }

  /// The base of a verb's progressive form.
  func withoutING(_ form: [UInt8]) -> [UInt8] {
    // `going`, and `goin'` or `goin` as it is spoken.
    let ending =
      form.ends(with: "ing") || form.ends(with: "in'")
      ? 3 : form.ends(with: "in") && form.count > 3 ? 2 : 0
    guard ending > 0 else { return form }
    let stem = form.without(ending)
    if stem.ends(with: "y") {
      let long = stem.without(1) + "ie".utf8
      if stem.count == 2, !stem.isVowel(last: 2) { return long }
      return choose([stem, long], as: .verb)
    }
    return restored(stem, as: .verb) ?? form
  }

  /// The adjective or adverb that is compared, `er` or `est` taken off.
  func uncompared(_ form: [UInt8]) -> [UInt8] {
    let ending = form.ends(with: "er") ? 2 : form.ends(with: "est") ? 3 : 0
    guard ending > 0, form.count > ending + 2 else { return form }
    let stem = form.without(ending)
    if stem.ends(with: "i") { return stem.without(1) + "y".utf8 }
    return restored(stem, as: .adjective) ?? form
  }

  // MARK: Before the ending

  /// The base whose last letter an ending with a vowel may have dropped or doubled; `nil` when no
  /// word can be left.
  private func restored(_ stem: [UInt8], as kind: LemmaTable.Kind) -> [UInt8]? {
    guard stem.count > 1, stem.syllables > 0 else { return nil }
    let whole = stem + "e".utf8
    if stem.endsDoubled {
      let single = stem.without(1)
      return choose(keepsDouble(stem) ? [stem, single, whole] : [single, stem, whole], as: kind)
    }
    // `mimicked`, `panicking`.
    if stem.ends(with: "ck"), table.knows(stem.without(1), as: kind) { return stem.without(1) }
    return choose(dropsE(stem, kind) ? [whole, stem] : [stem, whole], as: kind)
  }

  /// The first of the candidates that is known; the first of all where none is.
  private func choose(_ candidates: [[UInt8]], as kind: LemmaTable.Kind) -> [UInt8] {
    for candidate in candidates where table.knows(candidate, as: kind) { return candidate }
    for candidate in candidates {
      if let rest = Self.withoutPrefix(candidate), table.knows(rest, as: kind) { return candidate }
    }
    return candidates.first ?? []
  }

  /// What follows a hyphen or a prefix that makes words of words.
  private static func withoutPrefix(_ word: [UInt8]) -> [UInt8]? {
    if let hyphen = word.lastIndex(of: UInt8(ascii: "-")) { return Array(word[(hyphen + 1)...]) }
    let length =
      switch true {
      case word.begins(with: "re"), word.begins(with: "un"), word.begins(with: "co"): 2
      case word.begins(with: "mis"), word.begins(with: "dis"), word.begins(with: "pre"),
        word.begins(with: "out"):
        3
      case word.begins(with: "over"): 4
      case word.begins(with: "under"), word.begins(with: "inter"): 5
      default: 0
      }
    return length > 0 && word.count > length + 2 ? Array(word[length...]) : nil
  }

  /// Whether a stem that ends in one consonant twice is a word so, as `add`, `fall` and `pass` are.
  private func keepsDouble(_ stem: [UInt8]) -> Bool {
    switch stem.last(1) {
    case UInt8(ascii: "s"), UInt8(ascii: "f"), UInt8(ascii: "z"): true
    case UInt8(ascii: "l"): stem.syllables == 1 || stem.isVowel(last: 4)
    default: stem.count <= 3
    }
  }

  /// Whether what is left before an ending has most likely lost an e.
  private func dropsE(_ stem: [UInt8], _ kind: LemmaTable.Kind) -> Bool {
    let last = stem.last(1)
    let isShort = stem.syllables == 1
    switch last {
    case UInt8(ascii: "v"), UInt8(ascii: "u"), UInt8(ascii: "c"): return true
    case UInt8(ascii: "e"): return !stem.ends(with: "ee") && stem.count > 2
    case UInt8(ascii: "z"): return !stem.ends(with: "tz")
    case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "w"),
      UInt8(ascii: "x"), UInt8(ascii: "h"), UInt8(ascii: "j"):
      return false
    case UInt8(ascii: "y"): return isShort && !stem.isVowel(last: 2)
    case UInt8(ascii: "s"):
      // `used` and `caused`, but `focused`; `closed`, `sensed`, `collapsed`.
      if !stem.ends(with: "us") || isShort || stem.isVowel(last: 3) { return true }
      return stem.ends(with: "fus") || stem.ends(with: "mus") || stem.ends(with: "bus")
        || stem.ends(with: "cus") && !stem.ends(with: "ocus")
    case UInt8(ascii: "g"):
      if stem.ends(with: "ng") {
        if kind == .adjective { return false }
        return stem.ends(with: "ang") && !isShort || stem.ends(with: "eng")
          || stem.ends(with: "ung") || stem.ends(with: "ring") && !isShort
      }
      return true
    default: break
    }
    guard !stem.isVowel(last: 2) else { return dropsEAfterVowel(stem, isShort: isShort) }
    // After a consonant only l is followed by an e: `handle`, `settle`; but `curl`, `crawl`.
    if last == UInt8(ascii: "l") {
      return stem.last(2) != UInt8(ascii: "r") && stem.last(2) != UInt8(ascii: "w")
        && stem.last(2) != UInt8(ascii: "l")
    }
    return false
  }

  /// The same for a stem that ends in a vowel and a consonant.
  private func dropsEAfterVowel(_ stem: [UInt8], isShort: Bool) -> Bool {
    let last = stem.last(1)
    if stem.isVowel(last: 3) {
      // `initiate` and `evaluate`; other pairs of vowels are long without an e: `repeat`, `gain`.
      switch last {
      case UInt8(ascii: "t"):
        return stem.ends(with: "iat") || stem.ends(with: "uat") || stem.ends(with: "creat")
      case UInt8(ascii: "d"): return stem.ends(with: "uid")
      case UInt8(ascii: "r"): return stem.ends(with: "uir")
      default: return false
      }
    }
    // One syllable with a short vowel would have doubled its consonant.
    if isShort { return stem.count > 1 }
    switch last {
    case UInt8(ascii: "t"):
      if stem.ends(with: "it") || stem.ends(with: "et") { return false }
      if stem.ends(with: "ot") {
        return stem.ends(with: "mot") || stem.ends(with: "vot") || stem.ends(with: "not")
          || stem.ends(with: "quot")
      }
      return true
    case UInt8(ascii: "n"): return stem.ends(with: "in") || stem.ends(with: "un")
    case UInt8(ascii: "r"):
      return stem.ends(with: "ir") || stem.ends(with: "ur") || stem.ends(with: "ar")
        || stem.ends(with: "plor") || stem.ends(with: "stor") || stem.ends(with: "gnor")
    case UInt8(ascii: "l"): return stem.ends(with: "il") || stem.ends(with: "ul")
    case UInt8(ascii: "m"): return !stem.ends(with: "om") || stem.ends(with: "com")
    case UInt8(ascii: "p"): return stem.ends(with: "ap")
    default: return true
    }
  }
}

extension [UInt8] {
  /// `foot` for `feet`, `tooth` for `teeth`, `goose` for `geese`.
  fileprivate var replacingLastVowels: [UInt8] {
    guard let place = indices.dropLast().last(where: { self[$0] == 0x65 && self[$0 + 1] == 0x65 })
    else { return self }
    var word = self
    word[place] = UInt8(ascii: "o")
    word[place + 1] = UInt8(ascii: "o")
    return word
  }
}
