import BriefAnalysis
import BriefScript
import BriefSource

extension CommandContext<Session> {
  /// Changes the file of corrections at `path`, applies it, and gives the corrected briefing.
  ///
  /// The file is read anew before it is changed, so that what another shell wrote stays.
  ///
  /// - Parameters:
  ///   - isNamed: Whether the path was given with `--file`.
  ///   - isRemoving: Whether corrections are only taken out, which no other text can suffer from.
  /// - Throws: ``ScriptError`` when the file is another's, or cannot be read or written.
  func updateFixes(
    of briefing: Briefing, at path: String, isNamed: Bool, isRemoving: Bool = false,
    _ change: (inout Standoff<Correction>) -> Void
  ) throws(ScriptError) -> Briefing {
    let parameter = isNamed ? "file" : "row"
    try requireAccess(.write, path, parameter: parameter)
    let opened = HomePath.expanding(path)
    let file = try DirectoryLock.holding(directoryOf: opened) { () throws(ScriptError) in
      var file: FixFile
      do throws(StandoffError) {
        file =
          try FixFile.reading(path)
          ?? FixFile(path: path, fixes: Standoff(for: briefing.source))
        if !file.fixes.isMade(for: briefing.source) {
          guard let moved = Self.moved(file, to: briefing, always: isRemoving)
          else {
            throw .otherText(path: path, text: file.fixes.text)
          }
          file = moved
        }
      } catch {
        throw failure("unusable-standoff", error.message, parameter: parameter, help: error.help)
      }
      change(&file.fixes)
      do throws(WritingError) {
        try write(file.fixes.bytes, to: path, replacing: true)
      } catch {
        throw failure(
          "unwritable-file", error.description, parameter: parameter,
          help: "nothing was corrected; --file names another place")
      }
      return file
    }
    let corrected = briefing.corrected(by: file.corrections(for: briefing.source))
    host.fixFiles[briefing.source.name] = file
    host.replace(with: corrected)
    return corrected
  }

  /// The file with its corrections at their places in the text as it is now, when it is one of a text
  /// of that name and some of its quotations still stand there; what fits none stays as it is.
  private static func moved(
    _ file: FixFile, to briefing: Briefing, always: Bool
  ) -> FixFile? {
    guard file.fixes.text == FileName(briefing.source.name).base else { return nil }
    let applied = briefing.corrected(by: file.corrections(for: briefing.source)).appliedCorrections
    guard always || applied.isEmpty || applied.contains(where: { $0.quote != nil }) else {
      return nil
    }
    let rows = applied.map { applied in
      let correction = applied.correction
      guard let quote = applied.quote else { return correction }
      return Correction(
        briefing.source.scalarRange(quote.range), correction.change, author: correction.author,
        words: correction.words)
    }
    return FixFile(path: file.path, fixes: file.fixes.moved(to: briefing.source, rows: rows))
  }
}

extension Session {
  /// The briefing of the text `source`; `nil` when it is not loaded any more.
  func briefing(of source: Source) -> Briefing? { briefings.first { $0.source === source } }
}
