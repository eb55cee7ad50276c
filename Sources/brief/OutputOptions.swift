import ArgumentParser
import BriefScript
import BriefShell
import BriefSource

/// How results are written.
struct OutputOptions: ParsableArguments {
  @Option(help: "How results are written; tsv unless standard output is a terminal.")
  var format: OutputFormat?

  @Option(help: "How many columns a table fills, instead of the terminal's.")
  var width: Int?

  @Flag(help: "Draws tables and charts in ASCII alone.")
  var ascii = false

  @Option(help: "When output is coloured.")
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "Leaves out notes and warnings.")
  var quiet = false

  @Flag(help: "Says after each statement how long it took.")
  var timing = false

  mutating func validate() throws {
    if let width, width < 10 { throw ValidationError("--width wants 10 or more, found \(width)") }
  }

  var console: ConsoleSink.Options {
    var options = ConsoleSink.Options(
      format: format, width: width, alphabet: ascii ? .ascii : nil, color: color, isQuiet: quiet)
    options.isTiming = timing
    return options
  }
}

extension OutputFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
