import Testing

/// Compares what was made with what was recorded in a file.
///
/// With `BRIEF_RECORD=1` in the environment the file is written anew instead; what changed is then
/// to be read with `git diff`.
public func expectGolden(
  _ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if ProcessEnvironment["BRIEF_RECORD"] != nil {
    try TextFile.write(actual, to: path)
  } else {
    let recorded = try TextFile.read(path)
    #expect(actual == recorded, "differs from \(path)", sourceLocation: sourceLocation)
  }
}
