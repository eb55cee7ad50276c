import BriefSource

/// Writes a script again in the one style there is for scripts.
///
/// What a script means does not change: its tokens stay, with all their characters, and so do its
/// comments and their order. Only space, line ends and semicolons change:
///
/// - A block is indented by two spaces. One that was written on one line stays on it, if it fits.
/// - A pipeline that was broken over lines has one stage a line, each after its `|` and indented by
///   two; so has one that would be longer than a line.
/// - Line ends inside brackets, and after commas and operators, stay, and the next line is indented.
/// - One space stands around `|` and operators, none around `..` between simple operands.
/// - A comment stays on its line; at the end of one it stands after two spaces.
/// - Of several empty lines one stays, none at the beginning and at the end.
public enum Formatter {
  /// The most columns of a line that can be broken.
  public static let lineWidth = 100

  /// A script that cannot be read, and is left as it is.
  public struct Unreadable: Error {
    /// What is wrong, in text order; one error at least.
    public let mistakes: [Diagnostic]
  }

  /// The text of `source` in the style of scripts; formatting that again changes nothing.
  ///
  /// Linear in the length of the source, times the depth of its brackets and blocks at worst.
  ///
  /// - Throws: ``Unreadable`` when the source has a mistake of form.
  public static func format(_ source: Source) throws(Unreadable) -> String {
    let script = Parser.parse(source)
    if script.findings.hasErrors { throw Unreadable(mistakes: script.findings.inOrder) }
    let plan = LayoutPlan(script)
    var broken = plan.brokenNodes
    while true {
      var printer = LayoutPrinter(plan, broken: broken)
      printer.print()
      // What had to be broken late changes what fits before it, so all is laid out once more.
      if printer.broken == broken { return String(decoding: printer.output, as: UTF8.self) }
      broken = printer.broken
    }
  }
}
