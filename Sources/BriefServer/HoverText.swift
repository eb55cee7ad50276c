import BriefScript
import BriefSource

/// What is shown of a name when somebody points at it.
struct HoverText {
  /// How the name is written, a line or more of code.
  private let title: String
  /// What it is, in paragraphs.
  private let paragraphs: [String]
  /// What belongs to it: flags, columns, the words that may be given.
  private let items: [(code: String, text: String)]

  init(_ symbol: Symbol) {
    title = Self.title(of: symbol)
    var paragraphs: [String] = []
    var items: [(code: String, text: String)] = []
    switch symbol.meaning {
    case .command(let command):
      paragraphs = [command.purpose]
      if !command.discussion.isEmpty { paragraphs.append(command.discussion) }
      items = command.parameters.map { (Self.bare($0.usage), $0.purpose) }
    case .stage(let stage):
      paragraphs = [
        stage.purpose, "For example `\(stage.example.line)`: \(stage.example.purpose).",
      ]
    case .definition(_, let purpose): if let purpose { paragraphs = [purpose] }
    case .parameter(let parameter, let command):
      paragraphs = ["\(parameter.purpose) (`\(command)`)"]
      if let bounds = parameter.bounds {
        paragraphs.append(
          "From \(Self.written(bounds.lowerBound)) to \(Self.written(bounds.upperBound)).")
      }
    case .column(let column), .field(let column):
      if !column.summary.isEmpty { paragraphs = [column.summary] }
      items = Self.columns(of: column.type)
    case .variable(let type): items = Self.columns(of: type)
    case .function(let function):
      paragraphs = [
        function.summary, "For example `\(function.example)` gives `\(function.exampleResult)`.",
      ]
    case .figure(let figure): paragraphs = [figure.summary, "For example `\(figure.example)`."]
    case .type: break
    }
    self.paragraphs = paragraphs
    self.items = items
  }

  /// How a name is written, with its type where it has one.
  static func title(of symbol: Symbol) -> String {
    switch symbol.meaning {
    case .command(let command): command.usage
    case .stage(let stage): stage.usage
    case .definition(let usage, _): usage
    case .parameter(let parameter, _): bare(parameter.usage)
    case .column(let column), .field(let column): "\(column.name): \(column.type.name)"
    case .variable(let type): "$\(symbol.name): \(type.name)"
    case .function(let function): function.usage
    case .figure(let figure): figure.usage
    case .type(let type): type.name
    }
  }

  /// A usage without the brackets that say that it can be left out.
  private static func bare(_ usage: String) -> String {
    usage.hasPrefix("[") && usage.hasSuffix("]") ? String(usage.dropFirst().dropLast()) : usage
  }

  private static func written(_ bound: Double) -> String {
    Int(exactly: bound).map(String.init) ?? "\(bound)"
  }

  private static func columns(of type: ValueType) -> [(code: String, text: String)] {
    switch type {
    case .table(let rows), .record(let rows):
      rows.columns.map { column in
        let type = column.type.name
        return (column.name, column.summary.isEmpty ? type : "\(type): \(column.summary)")
      }
    default: []
    }
  }

  /// As Markdown.
  var markdown: String {
    var blocks = ["```brief\n\(title)\n```"] + paragraphs
    if !items.isEmpty {
      blocks.append(items.map { "- `\($0.code)` – \($0.text)" }.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n")
  }

  /// As plain text.
  var plain: String {
    var blocks = [title] + paragraphs
    if !items.isEmpty {
      blocks.append(items.map { "\($0.code)  \($0.text)" }.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n")
  }
}
