import ComparativeStatics
import Diagnostics
import Testing

@Suite struct NodeFiguresTests {
  private func read(_ text: String) throws(DiagnosticList) -> [Double] {
    try NodeFigures.read(Source(name: "jobs.csv", text: text), for: millerBlair)
  }

  @Test func figuresFollowTheTablesOrder() throws {
    #expect(try read("label,value,note\n2,30,x\n1,12.5,y\n") == [12.5, 30])
  }

  @Test(arguments: [
    ("label,jobs\n1,2\n2,3\n", ["missing-column"]), ("label,value\n1,2\n", ["missing-label"]),
    ("label,value\n1,2\n1,2\n3,4\n", ["duplicate-label", "unknown-label", "missing-label"]),
    ("label,value\n1,-2\n2,many\n", ["not-a-number", "not-a-number"]),
    ("label,value\n1,nan\n2,1e999\n", ["not-a-number", "not-a-number"]),
  ])
  func mistakesAreAllTold(_ known: (text: String, codes: [String])) {
    do throws(DiagnosticList) {
      _ = try read(known.text)
      Issue.record("not refused")
    } catch {
      #expect(error.diagnostics.map(\.problem.code) == known.codes)
      #expect(error.diagnostics.allSatisfy { $0.place != nil })
    }
  }
}
