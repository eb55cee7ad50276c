import BriefSource
import BriefText

/// Finds names, joins those that mean the same, and resolves nouns and pronouns to them.
enum EntityFinder {
  /// The entities of a briefing. Close to linear in the number of tokens.
  static func entities(in document: Document, structure: Structure) -> Entities {
    let text = CasedText(document)
    let spans = NameFinder.names(
      in: text, structure: structure, recognised: document.names)
    let drafts = EntityLinker.link(spans, in: text)
    let references = ReferenceResolver.references(
      in: text, spans: spans, drafts: drafts, structure: structure,
      chains: document.coreference.map { ReferenceChains($0, count: text.tokens.count) })
    return Entities(EntityAssembly(text: text, spans: spans, drafts: drafts), references)
  }
}
