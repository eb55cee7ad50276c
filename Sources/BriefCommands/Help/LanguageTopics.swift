/// The parts of the language reference, each under the words of its heading.
///
/// A part is what stands under a heading of the second level, or what begins with a word set in
/// bold and goes on to the next such word or heading.
struct LanguageTopics {
  /// A part of the reference.
  struct Topic {
    /// The words that lead to it.
    let names: [String]
    /// The heading.
    let title: String
    /// The part itself, its heading included.
    let text: Markdown
  }

  /// All parts, in the order of the reference.
  static let all: [Topic] = topics(of: Markdown(ManualText.language))

  /// Words of headings that no one would look for.
  private static let small: Set<String> = [
    "a", "and", "comes", "in", "later", "of", "other", "the", "what", "while", "with",
  ]

  static func topics(of document: Markdown) -> [Topic] {
    var topics: [Topic] = []
    var section: Markdown?
    var part: Markdown?
    func end(_ text: Markdown?, _ title: String?) {
      guard let text, let title else { return }
      let names = names(of: title)
      if !names.isEmpty { topics.append(Topic(names: names, title: title, text: text)) }
    }
    var titles: (section: String?, part: String?) = (nil, nil)
    func endPart() {
      end(part, titles.part)
      part = nil
    }
    for block in document.blocks {
      if case .heading(let level, let text) = block, level <= 2 {
        endPart()
        end(section, titles.section)
        section = level == 2 ? Markdown() : nil
        titles.section = Markdown.plain(text)
      } else if case .paragraph(let text) = block,
        case .strong(let word)? = MarkdownSpan.spans(of: text).first
      {
        endPart()
        titles.part = word.hasSuffix(".") ? String(word.dropLast()) : word
        part = Markdown()
      }
      section?.blocks.append(block)
      part?.blocks.append(block)
    }
    endPart()
    end(section, titles.section)
    return topics
  }

  private static func names(of title: String) -> [String] {
    title.lowercased().split { !$0.isLetter }.map(String.init).filter { !small.contains($0) }
  }
}
