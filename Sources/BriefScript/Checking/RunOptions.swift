/// The options that `brief run` has itself.
///
/// What stands on its command line is read for the program first, so that a parameter of a script
/// with such a name could never be given.
public enum RunOptions {
  /// Their names without hyphens, in the order of their letters.
  public static let names = [
    "ascii", "color", "force", "format", "help", "max-memory", "max-rows", "quiet", "record",
    "timing", "version", "width",
  ]
}
