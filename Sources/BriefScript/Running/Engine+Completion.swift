import BriefSource

extension Engine {
  /// What may stand at the UTF-8 offset `offset` of the line `text`.
  public func completion(
    in text: String, at offset: Int, provider: any CompletionProvider
  ) -> Completion {
    Completion(replacing: .at(offset), candidates: [])
  }
}
