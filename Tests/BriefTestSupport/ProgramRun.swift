import Glibc

/// What a program did that ran to its end without a terminal.
public struct ProgramRun: Sendable {
  /// Its exit code; `nil` when a signal ended it.
  public let exitCode: Int32?
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String

  /// Runs the built program called `name`, or the one at the path `name`, in `directory`, with `input` on its standard input.
  ///
  /// - Parameter environment: All of its environment but `PATH` and `HOME`, which are set unless
  ///   named.
  /// - Throws: ``StartFailure``.
  public init(
    _ name: String, _ arguments: [String], input: String = "",
    in directory: String = ProjectFiles.root, environment: [String: String] = [:]
  ) throws {
    let scratch = TemporaryDirectory()
    scratch.write(input, to: "input")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Files, unlike pipes, take any amount without anybody reading.
    let created = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, scratch.path + "/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, scratch.path + "/output", created, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, scratch.path + "/errors", created, 0o600)

    let path = name.hasPrefix("/") ? name : PseudoTerminal.products + "/" + name
    var variables = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    variables.merge(environment) { $1 }
    // A process cannot be started in another directory by means that every C library has.
    let shell = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, directory, path]
    let words = (shell + arguments).map { strdup($0) } + [nil]
    let settings =
      variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }

    var process: pid_t = 0
    let failure = posix_spawn(&process, shell[0], &actions, nil, words, settings)
    guard failure == 0 else {
      throw StartFailure(path: shell[0], reason: String(cString: strerror(failure)))
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    exitCode = status & 0x7F == 0 ? status >> 8 : nil
    output = scratch.text(of: "output") ?? ""
    errors = scratch.text(of: "errors") ?? ""
  }

  /// A program that could not be started.
  public struct StartFailure: Error {
    /// What could not be started.
    public let path: String
    /// What the system says.
    public let reason: String
  }
}
