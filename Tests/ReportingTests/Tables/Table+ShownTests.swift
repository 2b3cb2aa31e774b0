import Diagnostics
import Quantities
import Testing

@testable import Reporting

struct TableShownTests {
  static let table = Table(
    name: "regions", title: Bilingual(same: "Losses"),
    columns: [
      TableColumn("region", Bilingual(same: "Region"), kind: .text),
      TableColumn("loss", Bilingual(same: "Loss"), kind: .number(.percent)),
      TableColumn("back", Bilingual(same: "Back to 99%"), kind: .number(.days)),
      TableColumn(
        "detail", Bilingual(same: "Detail"), kind: .number(.significant), isDetail: true),
    ],
    rows: [
      [.name("Japan"), .number(0.01), .day(74, date: "2026-05-15"), .number(1)],
      [
        .name("Korea"), .number(-0.000004), .said(Bilingual("stays above 99%", "99%を維持"), 0),
        .number(2),
      ],
      [.name("Taiwan"), .number(0.000001), .day(3, date: nil), .number(3)],
    ],
    folded: Table.Folded(rows: [2], note: Bilingual("1 more: Taiwan.", "ほか台湾。")))

  @Test func readersSeeFoldedRowsAsOneLineAndFilesHoldThem() {
    for format in [TableFormat.text, .markdown, .latex, .html] {
      let text = format.render([Self.table])
      #expect(text.contains("1 more: Taiwan.") && !text.contains("Taiwan "), "\(format)")
    }
    #expect(Self.table.csv().contains("Taiwan,1e-06,3,3"))
    #expect(!Self.table.csv().contains("more"))
    #expect(Self.table.json(in: .en).compact.contains("Taiwan"))
  }

  @Test func wordsStandForANumberThatFilesHold() {
    #expect(Self.table.text().contains("stays above 99%"))
    #expect(Self.table.csv().contains("Korea,-4e-06,0,2"))
  }

  @Test func aNegativeShareBelowTheRoundingHasNoSign() {
    #expect(Self.table.text().contains("<0.001%"))
    #expect(!Self.table.text().contains(">−"))
  }

  @Test(arguments: 20...80) func whatDoesNotFitIsNamed(_ width: Int) {
    let text = Self.table.text(RenderOptions(width: width))
    let shows = text.contains("Detail  ") || text.contains("Detail\n")
    let says = text.contains("Left out at this width: Detail.") || text.contains("Left out")
    #expect(shows != says, "\(width)")
    if width >= 50 { #expect(shows) }
  }
}
