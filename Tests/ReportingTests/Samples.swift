import Diagnostics
import Quantities
import Reporting
import Scenarios

/// Tables that several tests show.
enum Samples {
  static let losses = Table(
    name: "losses_by_region",
    title: Bilingual("Losses by region over 365 days", "地域別の損失（365日間）"),
    columns: [
      TableColumn("region", SubjectWord.region.words, kind: .text),
      TableColumn(
        "value_added_loss", MeasureWord.valueAddedLoss.words,
        unit: Bilingual("million USD", "百万ドル"), kind: .number(.significant)),
      TableColumn(
        "loss_share", MeasureWord.lossOfGDP.words, kind: .number(.percent)),
      TableColumn("worst_day", MeasureWord.worstDay.words, kind: .number(.days)),
      TableColumn("limited_by", MeasureWord.limitedBy.words, kind: .text),
    ],
    rows: [
      [
        .text(Bilingual("Japan", "日本")), .number(12345.678), .number(0.003217),
        .day(41, date: "2026-04-12"), .text(Bilingual("Crude oil", "原油")),
      ],
      [
        .text(Bilingual("Korea", "韓国")), .number(0.1), .number(0.000001), .day(3, date: nil),
        .missing(.notApplicable),
      ],
      [
        .text(Bilingual("Rest of the world", "その他世界")), .missing(.notComputed), .number(-0.12),
        .missing(.notComputed),
        .text(Bilingual("Motor vehicles, trailers and parts", "自動車・同附属品および部品製造業")),
      ],
    ],
    notes: [Bilingual("GDP of 2011", "2011年のGDP")])

  static let empty = Table(
    name: "empty", title: Bilingual("Nothing", "なし"),
    columns: [TableColumn("region", SubjectWord.region.words, kind: .text)], rows: [])

  static let oneColumn = Table(
    name: "one", title: Bilingual("One", "一つ"),
    columns: [TableColumn("loss", MeasureWord.outputLoss.words, kind: .number(.significant))],
    rows: [[.number(1)], [.missing(.noFigure)], [.number(-1_234_567)]])

  static let longText = Table(
    name: "long", title: Bilingual("Long", "長文"),
    columns: [
      TableColumn("key", SubjectWord.key.words, kind: .text),
      TableColumn("remark", SubjectWord.remark.words, kind: .text),
      TableColumn("value", SubjectWord.value.words, kind: .number(.significant)),
    ],
    rows: [
      [
        .name("shocks[0].closure"),
        .text(
          Bilingual(
            String(repeating: "a long remark of words ", count: 12)
              + String(repeating: "x", count: 90),
            String(repeating: "備蓄を取り崩す「石油」の放出。", count: 12))),
        .number(3.14159),
      ]
    ])

  static let all = [losses, empty, oneColumn, longText]

  /// A table of one text column.
  static func words(_ texts: [String], name: String = "words") -> Table {
    Table(
      name: name, title: Bilingual(same: "words"),
      columns: [TableColumn("word", Bilingual(same: "word"), kind: .text)],
      rows: texts.map { [.name($0)] })
  }

  /// A table of one number column.
  static func numbers(_ values: [Double], style: NumberStyle = .significant) -> Table {
    Table(
      name: "numbers", title: Bilingual(same: "numbers"),
      columns: [TableColumn("number", Bilingual(same: "number"), kind: .number(style))],
      rows: values.map { [.number($0)] })
  }
}
