import Diagnostics
import Quantities
import Reporting
import Testing

struct TableStackedTests {
  static func losses(_ region: String, _ loss: Double, unit: String) -> Table {
    Table(
      name: "losses", title: Bilingual("Losses", "損失"),
      columns: [
        TableColumn("region", SubjectWord.region.words, kind: .text),
        TableColumn(
          "loss", MeasureWord.valueAddedLoss.words, unit: Bilingual(same: unit),
          kind: .number(.significant)),
      ],
      rows: [[.name(region), .number(loss)]], notes: [Bilingual("a note", "注記")])
  }

  static func stacked(_ units: String...) -> Table {
    Table.stacked(
      units.enumerated().map { number, unit in
        TableVariant(
          name: Bilingual(same: "s\(number)"), table: losses("A", Double(number), unit: unit))
      })
  }

  @Test func theFirstColumnNamesTheScenario() {
    let table = Self.stacked("million USD", "million USD")
    #expect(table.csv() == "scenario,region,loss [million USD]\ns0,A,0\ns1,A,1\n")
    #expect(table.notes.count == 1)
  }

  @Test func moneyOfDifferentTablesKeepsItsUnitBesideIt() {
    let table = Self.stacked("million USD", "million JPY")
    #expect(
      table.csv()
        == "scenario,region,loss,loss_unit\ns0,A,0,million USD\ns1,A,1,million JPY\n")
  }

  @Test func noDifferenceIsTakenBetweenUnits() {
    let variants = ["million USD", "million JPY", "million USD"].enumerated().map {
      number, unit in
      TableVariant(
        name: Bilingual(same: "s\(number)"),
        table: Self.losses("A", Double(number), unit: unit))
    }
    let joined = Table.joined(variants: variants, keys: ["region"])
    #expect(
      joined.columns.map(\.key)
        == ["region", "loss_in_s0", "loss_in_s1", "loss_in_s2", "loss_change_in_s2"])
    #expect(joined.columns.map(\.unit.en)[1...3] == ["million USD", "million JPY", "million USD"])
  }
}
