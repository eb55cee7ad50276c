import BriefAnalysis
import BriefScript
import BriefSource

extension CommandContext<Session> {
  /// Changes the file of corrections at `path`, applies it, and gives the corrected briefing.
  ///
  /// The file is read anew before it is changed, so that what another shell wrote stays.
  ///
  /// - Parameter isNamed: Whether the path was given with `--file`.
  /// - Throws: ``ScriptError`` when the file is another's, or cannot be read or written.
  func updateFixes(
    of briefing: Briefing, at path: String, isNamed: Bool,
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
        guard file.fixes.isMade(for: briefing.source) else {
          throw .otherText(path: path, text: file.fixes.text)
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
}

extension Session {
  /// The briefing of the text `source`; `nil` when it is not loaded any more.
  func briefing(of source: Source) -> Briefing? { briefings.first { $0.source === source } }
}
