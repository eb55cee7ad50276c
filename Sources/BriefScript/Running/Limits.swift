/// How much a script may take before it is stopped with a message.
public struct Limits: Sendable {
  /// How many rows a table may have.
  public var rows = 10_000_000
  /// How much memory the whole process may take, in bytes; any amount when `nil`.
  public var memory: Int? = 2 << 30

  /// Creates limits: ten million rows, two gigabytes.
  public init() {}
}
