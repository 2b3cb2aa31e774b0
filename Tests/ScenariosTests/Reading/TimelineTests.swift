import Diagnostics
import ScenarioText
import Scenarios
import Testing

/// Dated entries of a list.
struct TimelineTests {
  private func decode(_ text: String) throws -> Scenario {
    let document = try Timeline.expanded(Sample.document(text))
    return try ScenarioDecoder.decode(
      document, names: try Sample.names.get(), defaults: try Sample.defaults.get()
    ).base
  }

  private let head = "economy: x\nstart: 2024-01-01\nhorizon: 1000 days\nshocks:\n"

  @Test func aDateStandsForItsFirstDay() throws {
    let ban = "{exporter: CHN, importer: JPN, products: [rare earths]"
    let dated = try decode(
      head + "  - 2024-09-15: {ban: \(ban)}}\n"
        + "  - 2025-04-04:\n      review: \(ban), delay: 45 days}\n      ban: \(ban), by: 50%}\n"
        + "  - day 900: {ban: \(ban)}}\n")
    let plain = try decode(
      head + "  - ban: \(ban), from: 2024-09-15}\n"
        + "  - review: \(ban), delay: 45 days, from: 2025-04-04}\n"
        + "  - ban: \(ban), by: 50%, from: 2025-04-04}\n  - ban: \(ban), from: day 900}\n")
    #expect(dated.levers.map(\.description) == plain.levers.map(\.description))
    #expect(plain.levers.count == 4)
  }

  @Test func whatAnswersCountsFromTheEntryBefore() throws {
    let ban = "{exporter: CHN, importer: JPN, products: [rare earths]"
    let answered = try decode(
      head + "  - ban: \(ban), from: day 20}\n  - after 30 days: {ban: \(ban)}}\n"
        + "  - ban: \(ban), from: after 5 days}\n")
    let plain = try decode(
      head + [20, 50, 55].map { "  - ban: \(ban), from: day \($0)}\n" }.joined())
    #expect(answered.levers.map(\.description) == plain.levers.map(\.description))
  }

  @Test func aListWithoutDatesStaysAsItIs() throws {
    let text = head + "  - ban: {exporter: CHN, products: [rare earths]}\n"
    let document = try Sample.document(text)
    let expanded = try Timeline.expanded(document)
    #expect("\(expanded.root.content)" == "\(document.root.content)")
  }

  @Test(arguments: [
    ("2024-09-15: {ban: {exporter: CHN, products: [rare earths], from: day 3}}", "both-given"),
    ("2024-09-15: rare earths", "needs-mapping"),
  ]) func mistakesHaveTheirPlace(_ item: String, _ code: String) throws {
    let document = try Sample.document(head + "  - " + item + "\n")
    let error = #expect(throws: DiagnosticList.self) { try Timeline.expanded(document) }
    let found = try #require(error?.diagnostics.first)
    #expect(found.problem.code == code)
    #expect(found.place?.start.line == 5)
  }
}
