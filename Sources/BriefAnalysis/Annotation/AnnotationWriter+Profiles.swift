import BriefSource

extension AnnotationWriter {
  /// Writes what is known of an entity beyond its mentions: role and affiliation as the text gives
  /// them, salience, what it is part of, and what the lists say.
  func writeProfile(
    _ profile: EntityProfile, of briefing: Briefing, to json: inout JSONWriter
  ) {
    let source = briefing.source
    json.member("position", profile.role.map { source[$0.position] })
    json.member(
      "affiliation", profile.role?.affiliation.map { briefing.entities[$0].name })
    json.key("former")
    json.value(profile.role?.isFormer ?? false)
    json.member("salience", profile.salience)
    json.key("part_of")
    if let parent = profile.parent {
      json.object { json in
        json.member("name", parent.name)
        json.key("entity")
        if let entity = parent.entity { json.value(entity.index) } else { json.null() }
        json.member("relation", parent.relation.rawValue)
        json.member("from", parent.origin.rawValue)
      }
    } else {
      json.null()
    }
    json.key("known")
    guard let known = profile.known else { return json.null() }
    json.object { json in
      json.member("name", known.name)
      json.member("kind", known.kind.rawValue)
      json.member("country", known.codes.count == 1 ? known.codes.first : nil)
      if known.codes.count > 1 {
        json.array("countries") { json in for code in known.codes { json.value(code) } }
      }
      if let alpha3 = known.alpha3 { json.member("alpha3", alpha3) }
      if let capital = known.capital { json.member("capital", capital) }
      json.array("names") { json in
        for name in known.otherNames + known.demonyms { json.value(name) }
      }
      if let standsFor = known.standsFor { json.member("stands_for", standsFor) }
      json.member("source", known.source)
      if !known.date.isEmpty { json.member("as_of", known.date) }
      if !known.actors.isEmpty {
        json.array("actors") { json in
          for actor in known.actors {
            json.object { json in
              json.member("role", actor.role)
              json.member("affiliation", actor.affiliation)
              json.member("from", actor.from?.description)
              json.member("to", actor.to?.description)
              json.member("standing", actor.standing(on: briefing.metadata.date?.value).rawValue)
            }
          }
        }
      }
    }
  }
}
