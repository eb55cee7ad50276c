import BriefSource
import CModel

/// What the program knows, as one hash: its model and its lists.
public enum ModelIdentity {
  /// The hash of the embedded model and of every embedded list; programs of the same hash read
  /// texts with the same knowledge.
  ///
  /// Linear in their size, some 16 million bytes; computed once.
  public static let digest: SHA256.Digest = {
    var hash = SHA256()
    let model = brief_embedded_model()
    hash.update(UnsafeRawBufferPointer(start: model.bytes, count: model.count))
    for file in Lexicon.File.allCases { hash.update(UnsafeRawBufferPointer(Lexicon.text(file))) }
    return hash.finish()
  }()
}
