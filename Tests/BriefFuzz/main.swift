// Checks damaged programs, always the same ones for a seed:  brief-fuzz COUNT [SEED]
// Checks the programs in files, to look into one of them:    brief-fuzz FILE…
//
// Prints one line when all is well. What is wrong with a program is printed with the program; one
// that ends the process is printed last.
import BriefScriptTestSupport
import BriefSource
import Glibc

/// The program at hand, where a signal handler can find it.
let room = 1 << 20
nonisolated(unsafe) let current = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
nonisolated(unsafe) var currentLength = 0

for trap in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT] {
  signal(trap) { number in
    _ = write(2, "trapped on:\n", 12)
    _ = write(2, current, currentLength)
    signal(number, SIG_DFL)
    raise(number)
  }
}

var failures = 0

/// Checks a program, and prints what is wrong with it.
@MainActor func check(_ program: String, with fuzzer: ScriptFuzzer) {
  let bytes = Array(program.utf8.prefix(room))
  current.update(from: bytes, count: bytes.count)
  currentLength = bytes.count
  let problems = fuzzer.problems(with: program)
  guard !problems.isEmpty else { return }
  failures += 1
  if failures <= 10 { print("wrong: \(problems.joined(separator: "; ")):\n\(program)\n---") }
}

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.compactMap { UInt64($0) }
let fuzzer = ScriptFuzzer(seed: numbers.dropFirst().first ?? 1)
if let count = numbers.first, numbers.count == arguments.count, numbers.count <= 2 {
  for _ in 0..<count { check(fuzzer.nextProgram(), with: fuzzer) }
} else if numbers.isEmpty, !arguments.isEmpty {
  for path in arguments {
    do {
      let source = try Source.reading(path)
      check(source[source.range], with: fuzzer)
    } catch {
      print("brief-fuzz: \(error)")
      exit(2)
    }
  }
} else {
  print("brief-fuzz wants COUNT [SEED] or FILE…")
  exit(2)
}
print(
  "\(fuzzer.count) programs checked: \(fuzzer.formatted) formatted, \(fuzzer.right) right, "
    + "\(failures) failed")
exit(failures == 0 ? 0 : 1)
