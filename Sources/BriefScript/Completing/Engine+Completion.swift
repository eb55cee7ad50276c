import BriefSource

extension Engine {
  /// What may stand at the UTF-8 offset `offset` of the line `text`.
  ///
  /// What follows the cursor is not looked at; mistakes before it do no harm. Linear in the length
  /// of the text before the cursor and in the number of candidates.
  public func completion(
    in text: String, at offset: Int, provider: any CompletionProvider
  ) -> Completion {
    let prefix = Array(text.utf8.prefix(max(0, offset)))
    let source = Source(name: "", text: String(decoding: prefix, as: UTF8.self))
    let checker = checked(source, isCompleting: true)
    guard let site = checker.script.site else {
      return Completion(replacing: .at(prefix.count), candidates: [])
    }
    return Completer(checker: checker, site: site, provider: provider).completion
  }
}
