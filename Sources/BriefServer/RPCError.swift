import BriefSource

/// Why a message was not answered, as JSON-RPC 2.0 and the Language Server Protocol number it.
struct RPCError: Error {
  let code: Int
  let message: String

  /// The bytes are no message.
  static func parseError(_ message: String) -> RPCError { RPCError(code: -32700, message: message) }

  /// The message is JSON but no request, or none that may come now.
  static func invalidRequest(_ message: String) -> RPCError {
    RPCError(code: -32600, message: message)
  }

  /// There is no such method.
  static func methodNotFound(_ method: String) -> RPCError {
    RPCError(code: -32601, message: "there is no method '\(method)'")
  }

  /// Something is missing among the parameters, or of another kind.
  static func invalidParams(_ message: String) -> RPCError {
    RPCError(code: -32602, message: message)
  }

  /// A request came before `initialize`.
  static let notInitialized = RPCError(
    code: -32002, message: "expected 'initialize' as the first request")

  /// The request is right, but what it asks for cannot be done.
  static func requestFailed(_ message: String) -> RPCError {
    RPCError(code: -32803, message: message)
  }
}

extension JSONValue {
  /// The member called `name` if `read` finds in it what is wanted.
  ///
  /// - Throws: ``RPCError/invalidParams(_:)`` when it does not; `what` says what was wanted.
  func required<T>(
    _ name: String, _ what: String, _ read: (JSONValue) -> T?
  ) throws(RPCError) -> T {
    guard let value = self[name] else {
      throw .invalidParams("expected \(what) as '\(name)', found nothing")
    }
    guard let result = read(value) else {
      throw .invalidParams("expected \(what) as '\(name)', found \(value.phrase)")
    }
    return result
  }

  func requiredString(_ name: String) throws(RPCError) -> String {
    try required(name, "a string") { $0.string }
  }

  func requiredObject(_ name: String) throws(RPCError) -> JSONValue {
    try required(name, "an object") { $0.object == nil ? nil : $0 }
  }

  /// The position that the member called `name` is.
  func requiredPosition(_ name: String) throws(RPCError) -> Position {
    let value = try requiredObject(name)
    func count(_ value: JSONValue) -> Int? { value.int.flatMap { $0 < 0 ? nil : $0 } }
    return Position(
      line: try value.required("line", "a number from 0", count),
      character: try value.required("character", "a number from 0", count))
  }
}
