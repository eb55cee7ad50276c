import BriefSource
import BriefText

/// Writes all that is known of a briefing as one JSON object.
///
/// Offsets are Unicode code points of the unmodified file, half-open.
public struct AnnotationWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// Appends the object for `briefing`, analysing what has not been analysed yet.
  ///
  /// Linear in the size of the briefing and of its annotation.
  public func write(_ briefing: Briefing, to json: inout JSONWriter) {
    json.object { json in
      json.member("source", briefing.source.name)
      json.member("title", briefing.metadata.title?.value)
      json.member("date", briefing.metadata.date?.value.description)
      json.member("outlet", briefing.metadata.outlet?.value)
      json.member("dateline", briefing.metadata.dateline?.value)
      json.member("byline", briefing.metadata.byline?.value)
      json.member("encoding", briefing.source.encoding.name)
      json.array("problems") { writeProblems(of: briefing, to: &$0) }
      json.array("sections") { writeSections(of: briefing, to: &$0) }
      json.array("sentences") { writeSentences(of: briefing, to: &$0) }
      json.array("quotes") { writeQuotes(of: briefing, to: &$0) }
      json.array("entities") { writeEntities(of: briefing, to: &$0) }
      json.array("topics") { writeTopics(of: briefing, to: &$0) }
      json.array("dates") { writeDates(of: briefing, to: &$0) }
      json.array("themes") { writeThemes(of: briefing, to: &$0) }
      json.array("keywords") { writeTerms(briefing.keyphrases, to: &$0) }
      json.array("subjects") { writeSubjects(of: briefing, to: &$0) }
    }
  }

  private func writeProblems(of briefing: Briefing, to json: inout JSONWriter) {
    for problem in briefing.problems {
      json.object { json in
        json.member("id", problem.id)
        json.member("severity", problem.severity.rawValue)
        writeRange(problem.range ?? .at(0), of: briefing.source, to: &json)
        json.member("message", problem.message)
      }
    }
  }

  private func writeSections(of briefing: Briefing, to json: inout JSONWriter) {
    for section in briefing.structure.sections {
      json.object { json in
        json.member("kind", section.kind.rawValue)
        writeRange(section.range, of: briefing.source, to: &json)
        json.member("heading", section.heading.map { briefing.source[$0] })
      }
    }
  }

  private func writeSentences(of briefing: Briefing, to json: inout JSONWriter) {
    let sentences = briefing.document.sentences
    let tokens = briefing.document.tokens
    for index in 0..<sentences.count {
      json.object { json in
        writeRange(tokens.range(sentences[index]), of: briefing.source, to: &json)
      }
    }
  }

  private func writeQuotes(of briefing: Briefing, to json: inout JSONWriter) {
    let source = briefing.source
    for quote in briefing.quotes {
      json.object { json in
        json.member("id", quote.id)
        writeRange(quote.range, of: source, to: &json)
        writePieces("parts", quote.parts, of: source, to: &json)
        writePieces("statement", quote.statement, of: source, to: &json)
        json.member("kind", quote.kind.rawValue)
        writeSpeaker(quote.speaker, of: source, to: &json)
        writeCue(quote.cue, of: source, to: &json)
        json.member("confidence", quote.confidence.value)
        json.member("rule", quote.rule.rawValue)
        json.member("unit", quote.unit)
      }
    }
  }

  private func writePieces(
    _ key: String, _ pieces: [TextRange], of source: Source, to json: inout JSONWriter
  ) {
    json.array(key) { json in
      for piece in pieces {
        let scalars = source.scalarRange(piece)
        json.array { json in
          json.value(scalars.lowerBound)
          json.value(scalars.upperBound)
        }
      }
    }
  }

  private func writeSpeaker(
    _ speaker: Quote.Speaker?, of source: Source, to json: inout JSONWriter
  ) {
    json.key("speaker")
    guard let speaker else { return json.null() }
    json.object { json in
      writeRange(speaker.mention, of: source, to: &json)
      json.member("name", speaker.name)
      json.key("entity")
      if let entity = speaker.entity { json.value(entity.index) } else { json.null() }
    }
  }

  private func writeCue(_ cue: Quote.Cue?, of source: Source, to json: inout JSONWriter) {
    json.key("cue")
    guard let cue else { return json.null() }
    json.object { json in
      writeRange(cue.range, of: source, to: &json)
      json.member("lemma", cue.lemma)
      if let sense = cue.sense {
        json.member("class", sense.class.rawValue)
        json.member("strength", sense.strength)
        json.member("polarity", sense.polarity)
      }
    }
  }

  private func writeEntities(of briefing: Briefing, to json: inout JSONWriter) {
    let entities = briefing.entities
    for (entity, profile) in zip(entities.all, briefing.profiles) {
      json.object { json in
        json.member("id", entity.id.index)
        json.member("name", entity.name)
        json.member("type", entity.type.rawValue)
        json.member("kind", profile.kind.rawValue)
        json.member("role", entity.role.map { briefing.source[$0] })
        writeProfile(profile, of: briefing, to: &json)
        json.array("aliases") { json in
          for alias in entity.aliases { json.value(alias) }
        }
        json.array("mentions") { json in
          for mention in entities.mentions(of: entity.id) {
            json.object { json in
              writeRange(mention.range, of: briefing.source, to: &json)
              json.member("kind", mention.kind.rawValue)
              if mention.isMetonym {
                json.key("metonym")
                json.value(true)
              }
            }
          }
        }
      }
    }
  }

  private func writeTopics(of briefing: Briefing, to json: inout JSONWriter) {
    func write(_ section: Int?, _ terms: [Keyphrase]) {
      guard !terms.isEmpty else { return }
      json.object { json in
        json.key("section")
        if let section { json.value(section) } else { json.null() }
        json.array("terms") { writeTerms(terms, to: &$0) }
      }
    }
    write(nil, briefing.keyphrases)
    for section in briefing.sectionTerms { write(section.section, section.terms) }
  }

  private func writeTerms(_ terms: [Keyphrase], to json: inout JSONWriter) {
    for term in terms {
      json.object { json in
        json.member("text", term.text)
        json.member("score", term.score)
      }
    }
  }

  private func writeThemes(of briefing: Briefing, to json: inout JSONWriter) {
    for topic in briefing.topics {
      json.object { json in
        json.member("label", topic.label)
        json.member("share", topic.share)
        json.array("sections") { json in
          for section in topic.sections { json.value(section) }
        }
        json.array("terms") { writeTerms(topic.phrases, to: &$0) }
      }
    }
  }

  private func writeSubjects(of briefing: Briefing, to json: inout JSONWriter) {
    for subject in briefing.subjects {
      json.object { json in
        json.member("code", subject.code)
        json.member("name", subject.name)
        json.member("confidence", subject.confidence.value)
      }
    }
  }

  private func writeDates(of briefing: Briefing, to json: inout JSONWriter) {
    for expression in briefing.dates.expressions {
      json.object { json in
        writeRange(expression.range, of: briefing.source, to: &json)
        json.member("type", expression.kind.rawValue)
        json.member("value", expression.value)
        json.member("anchor", expression.anchor.name)
      }
    }
  }

  private func writeRange(_ range: TextRange, of source: Source, to json: inout JSONWriter) {
    let scalars = source.scalarRange(range)
    json.member("start", scalars.lowerBound)
    json.member("end", scalars.upperBound)
  }
}
