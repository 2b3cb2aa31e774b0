import Diagnostics
import Testing

@Suite struct WordingTests {
  @Test func problemSaysWhatItsWordingHolds() {
    let problem = TestProblem("no", help: "yes")
    #expect(problem.code == "test")
    #expect(problem.message(in: .en) == "no")
    #expect(problem.message(in: .ja) == "誤り")
    #expect(problem.help(in: .en) == "yes")
    #expect(problem.help(in: .ja) == "直す")
  }

  @Test(arguments: Language.allCases) func helpMayBeMissing(_ language: Language) {
    #expect(TestProblem().help(in: language) == nil)
  }
}
