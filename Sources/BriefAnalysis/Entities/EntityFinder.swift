import BriefSource
import BriefText

/// Finds names, joins those that mean the same, and resolves nouns and pronouns to them.
enum EntityFinder {
  /// The entities of a briefing, of which `text` gives the capitals. Close to linear in the number of
  /// tokens.
  static func entities(
    in document: Document, structure: Structure, text: CasedText, gazetteer: Gazetteer
  ) -> Entities {
    var spans = NameFinder.names(
      in: text, structure: structure, recognised: document.names, gazetteer: gazetteer)
    StateReader.read(
      &spans, in: text, document: document, structure: structure, gazetteer: gazetteer)
    let drafts = EntityLinker.link(spans, in: text, gazetteer: gazetteer)
    let references = ReferenceResolver.references(
      in: text, spans: spans, drafts: drafts, structure: structure,
      chains: document.coreference.map { ReferenceChains($0, count: text.tokens.count) })
    var entities = Entities(
      EntityAssembly(text: text, spans: spans, drafts: drafts, gazetteer: gazetteer), references)
    entities.add(
      EventReader.events(in: text, document: document, entities: entities), in: text.tokens)
    return entities
  }
}
