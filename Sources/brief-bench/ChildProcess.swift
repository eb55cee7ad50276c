import Glibc

/// Runs a program to its end, without input, and throws its output away.
enum ChildProcess {
  /// What a finished process took.
  struct Outcome {
    /// From before it was started until it was gone.
    let elapsed: Duration
    /// The time it spent on a processor, in itself and in the system.
    let processor: Duration
    /// The most memory it held at a time, in units of 1,000,000 bytes; never less than what the
    /// measuring process holds, for Linux hands that number down.
    let peakMegabytes: Double
  }

  /// Runs `program`; what it writes to standard error is shown.
  ///
  /// - Throws: ``BenchError``, when it cannot be started or does not end with 0.
  static func run(_ program: String, _ arguments: [String]) throws -> Outcome {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)

    var argv = ([program] + arguments).map { strdup($0) }
    argv.append(nil)
    defer { for argument in argv { free(argument) } }

    var process: pid_t = 0
    let clock = ContinuousClock()
    let begin = clock.now
    let failure = posix_spawn(&process, program, &actions, nil, argv, environ)
    guard failure == 0 else {
      throw BenchError("cannot start '\(program)': \(String(cString: strerror(failure)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchError("cannot wait for '\(program)'") }
    }
    let elapsed = clock.now - begin
    // The upper byte is the exit code; the lower is 0 unless a signal ended the process.
    guard status == 0 else {
      let end = status & 0x7F == 0 ? "exit code \(status >> 8)" : "signal \(status & 0x7F)"
      throw BenchError(
        "'\(program) \(arguments.prefix(3).joined(separator: " "))' ended with \(end)")
    }
    return Outcome(
      elapsed: elapsed, processor: Duration(usage.ru_utime) + Duration(usage.ru_stime),
      // Linux counts in units of 1,024 bytes.
      peakMegabytes: Double(usage.ru_maxrss) * 1024 / 1_000_000)
  }
}

extension Duration {
  init(_ time: timeval) {
    self = .seconds(time.tv_sec) + .microseconds(time.tv_usec)
  }

  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) * 1e-15
  }
}
