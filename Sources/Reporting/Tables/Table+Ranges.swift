import Diagnostics
import Quantities

extension Table {
  /// The table with the 5% and the 95% point of some columns beside them, from the same table of every draw.
  ///
  /// Those of the first of them are never left out on a narrow terminal. Rows meet by their cells in `keys`. A range is missing where a draw has no such row or no number there.
  func ranged(
    over draws: [Table], seed: Int, keys: [String], of measures: [String]
  ) -> Table {
    let keyed = keys.compactMap { key in columns.firstIndex { $0.key == key } }
    let shown = columns.indices.filter { measures.contains(columns[$0].key) }
    let found = draws.map { table in
      Dictionary(
        table.rows.map { row in (keyed.map { row[$0] }, row) },
        uniquingKeysWith: { first, _ in first })
    }
    let ranges = rows.map { row in
      shown.map { column in
        DrawnRange(found.map { $0[keyed.map { row[$0] }]?[column].drawn })
      }
    }
    var result: [TableColumn] = []
    var cells = rows.map { _ in [TableCell]() }
    for index in columns.indices {
      result.append(columns[index])
      for row in rows.indices { cells[row].append(rows[row][index]) }
      guard let place = shown.firstIndex(of: index) else { continue }
      result += columns[index].ends(isDetail: columns[index].key != measures[0])
      for row in rows.indices { cells[row] += TableCell.ends(of: ranges[row][place]) }
    }
    let known = zip(rows, ranges).lazy.compactMap { row, ranges in
      zip(shown, ranges).lazy.compactMap { column, range in
        range.flatMap { $0.low == $0.high ? nil : (row, column, $0) }
      }.first
    }.first
    return Table(
      name: name, title: title, columns: result, rows: cells, folded: folded,
      notes: notes + [note(draws.count, seed, known)])
  }

  /// How many draws, and how sure the first range of the table is.
  private func note(
    _ draws: Int, _ seed: Int, _ first: (row: [TableCell], column: Int, range: DrawnRange)?
  ) -> Bilingual {
    let about = Bilingual(
      "5% and 95%: what nine of ten of \(draws) draws of the file's `uncertainty` lie between (seed \(seed)).",
      "5%・95%は、ファイルの `uncertainty` を\(draws)回抽出した結果の9割が入る範囲（種\(seed)）。")
    let ways = Bilingual(
      " `--draws` changes their number, 0 leaves them out; `sonae ensemble` says what decides.",
      "`--draws` で回数を変え、0で省く。左右する前提は `sonae ensemble` で分かる。")
    guard let first, let low = first.range.error.low else {
      return Bilingual(about.en + ways.en, about.ja + ways.ja)
    }
    let column = columns[first.column]
    let words = { (value: Double) in
      TableCell.number(value).shown(as: column.style, in: .en)
    }
    let subject = first.row.first { if case .text = $0 { true } else { false } }
    let name = { (language: Language) in
      (subject?.shown(as: column.style, in: language) ?? "") + ", "
        + oneLine(column.heading.text(in: language))
    }
    let high = first.range.error.high.map(words)
    return Bilingual(
      about.en + " Monte Carlo error: the 95% point of \(name(.en)), lies "
        + (high.map { "between \(words(low)) and \($0)" } ?? "above \(words(low))")
        + " with 90% confidence." + ways.en,
      about.ja + "抽出誤差：\(name(.ja)) の95%点は90%の確信度で\(words(low))"
        + (high.map { "〜\($0)" } ?? "以上") + "。" + ways.ja)
  }
}

extension TableColumn {
  /// The columns of its 5% and its 95% point.
  fileprivate func ends(isDetail: Bool) -> [TableColumn] {
    let isShare = if case .number(let style) = kind { style.unsigned == .percent } else { false }
    return [("p05", "5%"), ("p95", "95%")].map { end, words in
      TableColumn(
        "\(key)_\(end)", Bilingual(words, "\(words)点"), unit: isShare ? Bilingual(same: "") : unit,
        kind: kind, isDetail: isDetail, japaneseFactor: japaneseFactor)
    }
  }
}

extension TableCell {
  /// The number of a draw; infinite for a day that does not come, nil for what was not computed.
  fileprivate var drawn: Double? {
    switch self {
    case .number(let value), .said(_, let value): value
    case .count(let value), .day(let value, _): Double(value)
    case .missing(.notReached): .infinity
    case .text, .coded, .missing: nil
    }
  }

  /// Both ends of a range; missing where a draw has no number.
  fileprivate static func ends(of range: DrawnRange?) -> [TableCell] {
    guard let range else { return [.missing(.notComputed), .missing(.notComputed)] }
    return [range.low, range.high].map { .number($0, or: .notReached) }
  }

}
