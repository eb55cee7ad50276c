import BriefSource
import BriefText

/// Finds names, joins those that mean the same, and resolves nouns and pronouns to them.
enum EntityFinder {
  /// The entities of a briefing, of which `text` are the capitals. Close to linear in the number of tokens.
  static func entities(
    in document: Document, structure: Structure, text: CasedText
  ) -> Entities {
    let spans = NameFinder.names(
      in: text, structure: structure, recognised: document.names)
    let drafts = EntityLinker.link(spans, in: text)
    let references = ReferenceResolver.references(
      in: text, spans: spans, drafts: drafts, structure: structure)
    return Entities(EntityAssembly(text: text, spans: spans, drafts: drafts), references)
  }
}
