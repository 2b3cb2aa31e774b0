import Diagnostics
import Quantities
import Scenarios

/// The work of putting one table of several variants side by side.
struct TableJoin {
  /// A column of the result, and what fills it.
  private struct Slot {
    let column: TableColumn
    let fill: ([[TableCell]?]) -> TableCell
  }

  private let variants: [TableVariant]
  private let keys: [Int]
  private let slots: [Slot]

  /// Prepares a join; all tables must have columns of the first's keys, with rows of distinct keys.
  ///
  /// Where a variant counts in another unit than the first, its values keep it, and no difference
  /// is taken: money of different tables never meets unconverted.
  init(variants: [TableVariant], keys: [String], measures: [String]?) {
    let columns = variants[0].table.columns
    for variant in variants {
      precondition(
        variant.table.columns.map { $0.key } == columns.map { $0.key },
        "Table.joined: \(variant.name.en) has other columns")
    }
    let place = { (key: String) -> Int in
      guard let index = columns.firstIndex(where: { $0.key == key }) else {
        preconditionFailure("Table.joined: no column \(key)")
      }
      return index
    }
    let others = columns.map { $0.key }.filter { !keys.contains($0) }
    self.variants = variants
    self.keys = keys.map(place)
    let slugs = TableJoin.slugs(variants)
    slots =
      self.keys.map { index in
        Slot(column: columns[index]) { $0.lazy.compactMap { $0?[index] }.first ?? absent }
      }
      + (measures ?? others).map(place).flatMap { index in
        TableJoin.slots(at: index, variants: variants, slugs: slugs)
      }
  }

  /// The columns: keys, then each measure of each variant, differences after their values.
  var columns: [TableColumn] { slots.map { $0.column } }

  /// The rows in the order of the first variant, then those that only later variants have.
  var rows: [[TableCell]] {
    var order: [[TableCell]] = []
    var found: [[TableCell]: [[TableCell]?]] = [:]
    for (index, variant) in variants.enumerated() {
      for row in variant.table.rows {
        let key = keys.map { row[$0] }
        if found[key] == nil { order.append(key) }
        var cells = found[key] ?? Array(repeating: nil, count: variants.count)
        precondition(cells[index] == nil, "Table.joined: two rows of one key in \(variant.name.en)")
        cells[index] = row
        found[key] = cells
      }
    }
    return order.map { key in
      let cells = found[key] ?? []
      return slots.map { $0.fill(cells) }
    }
  }

  /// All notes of all variants, each once.
  var notes: [Bilingual] {
    var seen: Set<Bilingual> = []
    return variants.flatMap { $0.table.notes }.filter { seen.insert($0).inserted }
  }

  private static func slots(
    at index: Int, variants: [TableVariant], slugs: [String]
  ) -> [Slot] {
    variants.indices.flatMap { variant -> [Slot] in
      let name = variants[variant].name
      let column = variants[variant].table.columns[index]
      let isSameUnit = column.unit == variants[0].table.columns[index].unit
      let value = Slot(column: column.of(name, slug: slugs[variant])) {
        $0[variant]?[index] ?? absent
      }
      guard variant > 0, column.isNumber, isSameUnit else { return [value] }
      let change = Slot(column: column.change(to: name, slug: slugs[variant])) { rows in
        (rows[variant]?[index] ?? absent).minus(rows[0]?[index] ?? absent)
      }
      return [value, change]
    }
  }

  /// A part of keys for each variant: its English name in snake_case, or `v` and its number.
  private static func slugs(_ variants: [TableVariant]) -> [String] {
    let names = variants.map { slug($0.name.en) }
    let isUsable = Set(names).count == names.count && !names.contains("")
    return isUsable ? names : variants.indices.map { "v\($0 + 1)" }
  }

  private static func slug(_ name: String) -> String {
    let words = name.lowercased().unicodeScalars.split {
      !$0.isASCII || !($0.properties.isAlphabetic || ("0"..."9").contains($0))
    }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "_")
  }
}

/// What stands where a variant has no such row.
private let absent = TableCell.missing(.notApplicable)

extension TableColumn {
  fileprivate func of(_ name: Bilingual, slug: String) -> TableColumn {
    TableColumn("\(key)_in_\(slug)", heading.joined(to: name), unit: unit, kind: kind)
  }

  fileprivate func change(to name: Bilingual, slug: String) -> TableColumn {
    let words = Bilingual("change, \(name.en)", "変化、\(name.ja)")
    let isShare = style.unsigned == .percent
    return TableColumn(
      "\(key)_change_in_\(slug)", heading.joined(to: words),
      unit: isShare ? Bilingual("points", "ポイント") : unit,
      kind: .number(style.isChange ? style : .change(style)))
  }
}

extension Bilingual {
  fileprivate func joined(to other: Bilingual) -> Bilingual {
    Bilingual("\(en): \(other.en)", "\(ja)：\(other.ja)")
  }
}

extension TableCell {
  /// The difference from another cell of the column; missing where one of the two is.
  fileprivate func minus(_ other: TableCell) -> TableCell {
    switch (self, other) {
    case (.missing(let reason), _), (_, .missing(let reason)): .missing(reason)
    default:
      if let value = whole, let base = other.whole {
        .count(value - base)
      } else {
        .number(number - other.number, or: .notApplicable)
      }
    }
  }

  private var whole: Int? {
    switch self {
    case .count(let value), .day(let value, _): value
    case .said(_, let value): Int(exactly: value)
    case .number, .text, .coded, .missing: nil
    }
  }

  private var number: Double {
    switch self {
    case .number(let value), .said(_, let value): value
    case .count(let value), .day(let value, _): Double(value)
    case .text, .coded, .missing: preconditionFailure("TableCell: no number")
    }
  }
}
