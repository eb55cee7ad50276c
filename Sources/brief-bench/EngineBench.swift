import BriefSource
import BriefText
import Glibc

/// Measures how many words a second each layer of the engine takes, on one core.
struct EngineBench {
  /// The texts, and how many words they hold together.
  let texts: [Source]
  let words: Int

  private static let layers: [(name: String, layer: Document.Layer)] = [
    ("tokens", .tokens), ("sentences", .sentences), ("tags", .tags), ("lemmas", .lemmas),
    ("trees", .trees), ("names", .names), ("coreference", .coreference),
  ]

  /// A row a layer, and one for all of them.
  func rows() -> [[String]] {
    var times = [Double](repeating: 0, count: Self.layers.count)
    for text in texts {
      let document = Document(text, layout: Layout(text))
      for (index, layer) in Self.layers.enumerated() {
        let start = Self.processorSeconds()
        document.analyse(to: layer.layer)
        times[index] += Self.processorSeconds() - start
      }
    }
    let all = times.reduce(0, +)
    return (zip(Self.layers.map(\.name), times) + [("all", all)]).map { name, seconds in
      [
        name, "\(words)", decimal(seconds, 2), "\(Int(Double(words) / max(seconds, 1e-6)))",
      ]
    }
  }

  /// The time this process has spent on the processor, which says more than the clock on a busy
  /// machine.
  private static func processorSeconds() -> Double {
    // POSIX counts a million a second.
    Double(clock()) / 1_000_000
  }
}
