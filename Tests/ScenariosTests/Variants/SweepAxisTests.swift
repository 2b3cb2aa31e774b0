import Diagnostics
import Scenarios
import Testing

struct SweepAxisTests {
  static func axis(_ text: String) throws(DiagnosticList) -> SweepAxis {
    try SweepAxis(Source(name: "--vary", text: text))
  }

  @Test(
    arguments: [
      (
        "shocks[0].closure.for=30 days..180 days:30 days", [30, 60, 90, 120, 150, 180],
        "180 days"
      ),
      ("shocks[0].closure.by=10%..90%:40%", [10, 50, 90], "90%"),
      ("shocks[0].capacity.by = 10%, 25%,  60%", [10, 25, 60], "60%"),
      ("model.flexibility=0..1:0.25", [0, 0.25, 0.5, 0.75, 1], "1"),
      ("model.flexibility=0.1..0.3:0.1", [0.1, 0.2, 0.3], "0.3"),
      ("shocks[0].closure.for=1 week..3 weeks:7 days", [1, 2, 3], "3 weeks"),
      ("shocks[0].closure.for=30..60:15 days", [], ""),
    ] as [(String, [Double], String)])
  func rangesAndListsCountInTheUnitOfTheFirst(
    _ text: String, _ numbers: [Double], _ last: String
  ) throws {
    guard !numbers.isEmpty else {
      #expect(throws: DiagnosticList.self) { try Self.axis(text) }
      return
    }
    let axis = try Self.axis(text)
    #expect(axis.numbers == numbers)
    #expect(axis.text(at: numbers.count - 1) == last)
  }

  @Test func theEndMayLieBetweenSteps() throws {
    #expect(try Self.axis("shocks[0].closure.by=0%..95%:30%").numbers == [0, 30, 60, 90])
  }

  @Test(arguments: [
    ("model.flexibility", "vary-no-equals"), ("title=1..2:1", "vary-not-numeric"),
    ("shocks[0].closure.from=day 1..day 2:1 day", "vary-not-numeric"),
    ("model.flexibility=0..1", "vary-no-step"), ("model.flexibility=1..0:0.1", "vary-empty"),
    ("model.flexibility=0..1:0", "vary-empty"), ("model.flexibility=0..1:-1", "vary-empty"),
    ("model.flexibility=0..1:0.0000001", "vary-too-many"),
    ("model.flexibility=a..1:0.1", "vary-value"), ("model.flexibility=", "vary-value"),
    ("shocks[0].closure.by=10..20:5", "vary-value"),
    ("shocks[0].closure.for=1 days..nan days:1 days", "vary-value"),
  ])
  func mistakesArePlaced(_ text: String, _ code: String) throws {
    let error = try #require(throws: DiagnosticList.self) { try Self.axis(text) }
    #expect(error.diagnostics.map(\.problem.code) == [code])
    for language in [Language.en, .ja] {
      #expect(error.diagnostics[0].problem.help(in: language) != nil)
      #expect(error.diagnostics[0].text(in: language).contains("--vary"))
    }
  }
}
