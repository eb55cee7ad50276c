/// The relations of Universal Dependencies that constructions of speech are made of.
enum Relation: UInt8 {
  case root, subject, passiveSubject, object, indirectObject, clause, openClause, subjectClause
  case oblique, agent, adverbialClause, nounClause, relativeClause, nounModifier, possessive
  case apposition, conjunct, conjunction, parataxis, marker, adposition, fixed, flat, compound
  case particle, adjective, adverb, auxiliary, passiveAuxiliary, copula, determiner, number
  case punctuation, expletive, discourse, vocative, other

  /// The relation of this name, subtypes that matter included.
  init(_ name: String) {
    if let relation = Self.names[name] {
      self = relation
      return
    }
    let base = name.prefix { $0 != ":" }
    self = Self.names[String(base)] ?? .other
  }

  private static let names: [String: Relation] = [
    "root": .root, "nsubj": .subject, "nsubj:pass": .passiveSubject, "obj": .object,
    "iobj": .indirectObject, "ccomp": .clause, "xcomp": .openClause, "csubj": .subjectClause,
    "obl": .oblique, "obl:agent": .agent, "advcl": .adverbialClause, "acl": .nounClause,
    "acl:relcl": .relativeClause, "nmod": .nounModifier, "nmod:poss": .possessive,
    "appos": .apposition, "conj": .conjunct, "cc": .conjunction, "parataxis": .parataxis,
    "mark": .marker, "case": .adposition, "fixed": .fixed, "flat": .flat, "compound": .compound,
    "compound:prt": .particle, "amod": .adjective, "advmod": .adverb, "aux": .auxiliary,
    "aux:pass": .passiveAuxiliary, "cop": .copula, "det": .determiner, "nummod": .number,
    "punct": .punctuation, "expl": .expletive, "discourse": .discourse, "vocative": .vocative,
  ]
}
