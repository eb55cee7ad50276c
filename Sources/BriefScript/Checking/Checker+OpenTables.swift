import BriefSource

extension Checker {
  /// Says of a name that it may be a column, but that this is known only when the script runs.
  mutating func reportOpenColumn(
    _ name: String, _ range: TextRange, _ rows: Flow, _ opener: String, help: String? = nil
  ) {
    let names = rows.table?.names ?? []
    let place = rows.losses.last { $0.stage == opener }?.range
    let nearest = Spelling.nearest(to: name, among: names)
    findings.report(
      .openColumn(name, opener: opener, columns: names, nearest: nearest, help: help),
      at: range,
      labels: place.map { [.init($0, "makes columns of the values it finds")] } ?? [])
  }
}
