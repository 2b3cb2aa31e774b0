import Diagnostics
import Scenarios
import Testing

struct SweepAxisTests {
  static func axis(_ text: String) throws(DiagnosticList) -> SweepAxis {
    try SweepAxis(Source(name: "--vary", text: text))
  }

  @Test(arguments: [
    (
      "shocks[0].closure.for=30 days..180 days:30 days",
      ["30 days", "60 days", "90 days", "120 days", "150 days", "180 days"]
    ),
    ("shocks[0].closure.by=10%..90%:40%", ["10%", "50%", "90%"]),
    ("shocks[0].capacity.by = 10%, 25%,  60%", ["10%", "25%", "60%"]),
    ("model.flexibility=0..1:0.25", ["0", "0.25", "0.5", "0.75", "1"]),
    ("model.flexibility=0.1..0.3:0.1", ["0.1", "0.2", "0.3"]),
    ("model.psi=1e-10..3e-10:1e-10", ["1e-10", "2e-10", "3e-10"]),
    ("shocks[0].closure.for=1 week..3 weeks:7 days", ["1 week", "2 weeks", "3 weeks"]),
    ("shocks[0].closure.by=0%..95%:30%", ["0%", "30%", "60%", "90%"]),
  ]) func numbersCountInTheUnitOfTheFirst(_ text: String, _ values: [String]) throws {
    let axis = try Self.axis(text)
    // Units keep whichever spelling of one they were given.
    #expect(
      axis.values.map { $0.replacing("weeks", with: "week") }
        == values.map { $0.replacing("weeks", with: "week") })
  }

  @Test(arguments: [
    (
      "shocks[0].capacity.for=1 day, 2..6:2, 2 weeks | 30 days",
      ["1 day", "2 days", "4 days", "6 days", "14 days", "30 days"]
    ),
    ("model.restock cap=unlimited, 10%..30%:10%", ["unlimited", "10%", "20%", "30%"]),
    (
      "model.rationing=proportional|intermediate first",
      ["proportional", "intermediate first"]
    ),
    (
      "model.inventory=low|central|{C: 30 days, J: unlimited}",
      [
        "low", "central", "{C: 30 days, J: unlimited}",
      ]
    ),
    (
      "shocks[0].capacity.nodes=[JPN.34t35] | [JPN.30t33, JPN.29]",
      [
        "[JPN.34t35]", "[JPN.30t33, JPN.29]",
      ]
    ),
    (
      "shocks[0].capacity.nodes=[JPN.34t35], ['*.29', \"*.C\"]",
      [
        "[JPN.34t35]", "['*.29', \"*.C\"]",
      ]
    ),
    ("shocks[0].capacity.nodes[0]=JPN.34t35|JPN.29", ["JPN.34t35", "JPN.29"]),
    (
      "shocks[0].closure.chokepoint='a|b', \"c, d\", Bab el-Mandeb's",
      [
        "'a|b'", "\"c, d\"", "Bab el-Mandeb's",
      ]
    ),
    (
      "responses=[] | [{release: {commodity: crude oil, holders: {JPN: 1 Mbbl}}}]",
      [
        "[]", "[{release: {commodity: crude oil, holders: {JPN: 1 Mbbl}}}]",
      ]
    ),
    (
      "shocks[0]={ban: {by: 1%}} | {demand: {by: 1%}}",
      [
        "{ban: {by: 1%}}", "{demand: {by: 1%}}",
      ]
    ),
    ("model.flows=true,false", ["true", "false"]),
  ]) func wordsAndListsStandAsTheyAreWritten(_ text: String, _ values: [String]) throws {
    #expect(try Self.axis(text).values == values)
  }

  @Test(arguments: [
    (
      "shocks[0].closure.from=2026-03-02..2026-06-02:30 days",
      ["2026-03-02", "2026-04-01", "2026-05-01", "2026-05-31"]
    ),
    (
      "shocks[0].closure.from=day 0..day 20:1 week, day 90",
      [
        "day 0", "day 7", "day 14", "day 90",
      ]
    ),
    ("start=2024-02-28..2024-03-01:1 day", ["2024-02-28", "2024-02-29", "2024-03-01"]),
  ]) func daysRunThroughTheCalendar(_ text: String, _ values: [String]) throws {
    #expect(try Self.axis(text).values == values)
  }

  @Test(arguments: [
    ("model.flexibility", "vary-no-equals"), ("title=1..2:1", "vary-fixed"),
    ("economy=a|b", "vary-fixed"), ("variants.x.horizon=1 day", "vary-fixed"),
    ("uncertainty.seed=1,2", "vary-fixed"), ("shocks[+].capacity.by=1%", "vary-appends"),
    ("model.rationin=proportional", "vary-unknown-key"), ("=1", "vary-unknown-key"),
    ("model.rationing[0]=proportional", "vary-unknown-key"),
    ("shocks[0].closure.from=day 1..2026-03-02:1 day", "vary-mixed-days"),
    ("shocks[0].closure.from=day 1..day 5:1.5 days", "vary-step-of-days"),
    ("shocks[0].closure.from=day 1..day 5:0 days", "vary-step-of-days"),
    ("shocks[0].closure.from=day 1..day 5", "vary-no-step"),
    ("shocks[0].closure.from=2026-02-30..2026-03-05:1 day", "vary-day"),
    ("shocks[0].closure.from=day 5..day 1:1 day", "vary-empty"),
    ("shocks[0].closure.from=day 0..day 36000:1 day", "vary-too-many"),
    ("model.rationing=a..b:c", "vary-no-range"),
    ("model.rationing=proportional||fixed", "vary-no-value"),
    ("model.flexibility=0..1", "vary-no-step"), ("model.flexibility=1..0:0.1", "vary-empty"),
    ("model.flexibility=0..1:0", "vary-empty"), ("model.flexibility=0..1:-1", "vary-empty"),
    ("model.flexibility=0..1:0.0000001", "vary-too-many"),
    ("model.flexibility=a..1:0.1", "vary-value"), ("model.flexibility=", "vary-no-value"),
    ("shocks[0].closure.by=10..20:5", "vary-value"),
    ("shocks[0].closure.for=30..60:15 days", "vary-value"),
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

  @Test func aNearKeyIsSuggested() throws {
    let error = try #require(throws: DiagnosticList.self) {
      try Self.axis("shocks[0].closre.by=10%")
    }
    #expect(error.diagnostics[0].text(in: .en).contains("`shocks[].closure.by`"))
  }
}
