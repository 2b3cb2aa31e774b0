import Diagnostics
import Quantities
import Reporting
import Scenarios
import Testing

@Suite struct TableJoinedTests {
  private func table(_ rows: [[TableCell]]) -> Table {
    Table(
      name: "t", title: Bilingual("Losses", "損失"),
      columns: [
        TableColumn("region", SubjectWord.region.words, kind: .text),
        TableColumn("share", MeasureWord.lossOfGDP.words, kind: .number(.percent)),
        TableColumn("day", MeasureWord.worstDay.words, kind: .number(.days)),
        TableColumn("limit", MeasureWord.limitedBy.words, kind: .text),
      ], rows: rows, notes: [Bilingual("basis", "基準")])
  }

  private var joined: Table {
    let base = table([
      [.name("JPN"), .number(0.5), .day(10, date: nil), .name("C")],
      [.name("KOR"), .number(0.25), .missing(.notComputed), .name("D")],
    ])
    let other = table([
      [.name("USA"), .number(0.125), .day(3, date: nil), .name("E")],
      [.name("JPN"), .number(0.75), .day(7, date: nil), .name("F")],
    ])
    return Table.joined(
      variants: [
        TableVariant(name: Bilingual("As given", "基本"), table: base),
        TableVariant(name: Bilingual("No release!", "放出なし"), table: other),
      ], keys: ["region"])
  }

  @Test func eachMeasureHasAColumnForEachVariantAndADifference() {
    #expect(
      joined.columns.map(\.key) == [
        "region", "share_in_as_given", "share_in_no_release", "share_change_in_no_release",
        "day_in_as_given", "day_in_no_release", "day_change_in_no_release", "limit_in_as_given",
        "limit_in_no_release",
      ])
    #expect(joined.columns[2].heading.ja == "損失の対GDP比（年間）：放出なし")
    #expect(joined.columns[3].unit.en == "points")
    #expect(joined.notes == [Bilingual("basis", "基準")])
  }

  @Test func rowsMeetByTheirKeys() {
    let absent = TableCell.missing(.notApplicable)
    #expect(
      joined.rows == [
        [
          .name("JPN"), .number(0.5), .number(0.75), .number(0.25), .day(10, date: nil),
          .day(7, date: nil), .count(-3), .name("C"), .name("F"),
        ],
        [
          .name("KOR"), .number(0.25), absent, absent, .missing(.notComputed), absent, absent,
          .name("D"), absent,
        ],
        [
          .name("USA"), absent, .number(0.125), absent, absent, .day(3, date: nil), absent, absent,
          .name("E"),
        ],
      ])
  }

  @Test func aTableJoinedWithItselfDiffersByNothing() {
    let variants = ["a", "あ", "あ"].map {
      TableVariant(name: Bilingual(same: $0), table: Samples.losses)
    }
    let joined = Table.joined(
      variants: variants, keys: ["region"], measures: ["value_added_loss"])
    #expect(
      joined.columns.map(\.key) == [
        "region", "value_added_loss_in_v1", "value_added_loss_in_v2",
        "value_added_loss_change_in_v2", "value_added_loss_in_v3",
        "value_added_loss_change_in_v3",
      ])
    for row in joined.rows.prefix(2) { #expect(row[3] == .number(0) && row[5] == .number(0)) }
    #expect(joined.rows.map { $0[1] } == Samples.losses.rows.map { $0[1] })
  }

  @Test func otherColumnsAndDoubleKeysAreRefused() async {
    await #expect(processExitsWith: .failure) {
      let variants = [Samples.losses, Samples.empty].map {
        TableVariant(name: Bilingual(same: $0.name), table: $0)
      }
      _ = Table.joined(variants: variants, keys: ["region"])
    }
    await #expect(processExitsWith: .failure) {
      let variant = TableVariant(
        name: Bilingual(same: "a"), table: Samples.words(["x", "x"]))
      _ = Table.joined(variants: [variant], keys: ["word"])
    }
  }
}
