import BriefAnalysis
import BriefSource

/// A text with its quotes and speakers marked, for tests.
///
///     {1:Amna Rauf} said the talks were [1|“frank and useful”].
///
/// `[1|…]` is a quotation spoken by the mention `{1:…}`; `[-|…]` has no speaker; `<1|…>` is speech
/// reported without marks. Mentions are numbered in text order.
enum MarkedQuotes {
  /// The text without the marking.
  static func plain(_ marked: String) -> String {
    var plain = ""
    var rest = marked[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      switch character {
      case "{":
        if let colon = rest.firstIndex(of: ":") { rest = rest[rest.index(after: colon)...] }
      case "[", "<":
        if let bar = rest.firstIndex(of: "|") { rest = rest[rest.index(after: bar)...] }
      case "}", "]", ">": break
      default: plain.append(character)
      }
    }
    return plain
  }

  /// The text of `briefing` with what was found marked; reports only when `withReports` is set.
  static func marked(_ briefing: Briefing, withReports: Bool) -> String {
    let quotes = briefing.quotes.filter { $0.kind != .indirect || withReports }
      .filter { withReports || !$0.rule.rawValue.hasPrefix("reported") }
    let mentions = Set(quotes.compactMap { $0.speaker?.mention }).sorted()
    var numbers: [TextRange: Int] = [:]
    for (index, mention) in mentions.enumerated() { numbers[mention] = index + 1 }
    // At one place closing marks come before opening ones.
    var insertions: [(offset: Int, order: Int, text: String)] = []
    for mention in mentions {
      insertions.append((mention.start, 2, "{\(numbers[mention] ?? 0):"))
      insertions.append((mention.end, 0, "}"))
    }
    for quote in quotes {
      let number = quote.speaker.flatMap { numbers[$0.mention] }.map(String.init) ?? "-"
      let isReport = quote.rule.rawValue.hasPrefix("reported")
      for part in quote.parts {
        insertions.append((part.start, 1, "\(isReport ? "<" : "[")\(number)|"))
        insertions.append((part.end, 0, isReport ? ">" : "]"))
      }
    }
    insertions.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
    var text = ""
    var last = 0
    for insertion in insertions {
      text += briefing.source[TextRange(last, max(last, insertion.offset))] + insertion.text
      last = insertion.offset
    }
    return text + briefing.source[TextRange(last, briefing.source.bytes.count)]
  }
}
