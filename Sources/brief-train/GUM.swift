/// What is known of the documents of GUM.
enum GUM {
  /// The documents for training that are under open licences.
  static func openDocuments(in data: String) throws -> Set<String> {
    let text = try readText(data + "/ud/gum/splits.json")
    guard let start = text.firstRange(of: "\"train_open_genres\"") else { return [] }
    let list = text[start.upperBound...].prefix { $0 != "]" }
    return Set(list.split(separator: "\"").map(String.init).filter { $0.hasPrefix("GUM_") })
  }
}
