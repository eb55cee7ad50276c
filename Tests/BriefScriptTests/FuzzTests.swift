import BriefScriptTestSupport
import BriefTestSupport
import Testing

/// A few damaged programs; `brief-fuzz` checks very many, and Scripts/test runs it.
@Suite("Damaged programs")
struct FuzzTests {
  @Test(arguments: 0..<6)
  func findingsHavePlacesAndFormattingIsSafe(seed: Int) {
    let fuzzer = ScriptFuzzer(seed: UInt64(1000 + seed))
    for _ in 0..<300 {
      let program = fuzzer.nextProgram()
      let problems = fuzzer.problems(with: program)
      #expect(problems.isEmpty, "\(program)")
    }
    // Otherwise all programs would be damaged too much, or too little, to tell anything.
    #expect(fuzzer.formatted > 20 && fuzzer.formatted < 250, "\(fuzzer.formatted)")
    #expect(fuzzer.right > 5, "\(fuzzer.right)")
  }

  @Test func theSameSeedDamagesTheSame() {
    let (first, second) = (ScriptFuzzer(seed: 5), ScriptFuzzer(seed: 5))
    for _ in 0..<50 { #expect(first.nextProgram() == second.nextProgram()) }
    #expect(ScriptFuzzer(seed: 6).nextProgram() != ScriptFuzzer(seed: 5).nextProgram())
  }

  @Test func programsToBeDamagedAreRight() {
    let fuzzer = ScriptFuzzer(seed: 1)
    for program in ScriptFuzzer.rightPrograms { #expect(fuzzer.problems(with: program).isEmpty) }
    #expect(fuzzer.right == ScriptFuzzer.rightPrograms.count)
  }
}
