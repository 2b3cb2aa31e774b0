import Diagnostics
import Files
import Quantities

/// Reads rows of a commodity's files; keeps the mistakes and the figures that nobody has.
struct CommodityReader {
  /// A figure that is missing, and for whom.
  struct Gap {
    let about: String
    let note: String
    var subjects: [String]
  }

  /// Where a row comes from and how sure it is.
  struct Provenance {
    let year: String
    let basis: String
    let source: String
    let confidence: Figure.Confidence
    let note: String
  }

  /// The widest bounds of a number in a file.
  static let anything = -1e100...1e100
  /// The bounds of quantities.
  static let positive = 0...1e100

  var units: CommodityUnits
  var log: ProblemLog
  private(set) var gaps: [Gap] = []

  init(units: CommodityUnits, log: ProblemLog) {
    self.units = units
    self.log = log
  }

  /// The sentences of the gaps, in the order of the files.
  var gapSentences: [String] {
    gaps.map { gap in
      let subjects = gap.subjects.isEmpty ? "" : ": \(gap.subjects.joined(separator: ", "))"
      let note = gap.note.isEmpty ? "" : " (\(gap.note))"
      return "No figure for \(gap.about)\(subjects)\(note)."
    }
  }

  /// Notes that a figure is missing.
  mutating func miss(_ about: String, note: String = "", for subject: String?) {
    let subjects = subject.map { [$0] } ?? []
    guard let index = gaps.firstIndex(where: { $0.about == about && $0.note == note }) else {
      gaps.append(Gap(about: about, note: note, subjects: subjects))
      return
    }
    gaps[index].subjects += subjects.filter { !gaps[index].subjects.contains($0) }
  }

  /// A row's figure in the commodity's own unit; nil if something is wrong with it. Where it is missing, `about`
  /// says what it would be, or else its basis.
  mutating func figure(
    _ row: CommodityRow, _ dimension: CommodityDimension, within bounds: ClosedRange<Double>,
    for subject: String?, about: String? = nil
  ) -> Figure? {
    let provenance = provenance(of: row)
    let scale = scale(of: row, dimension)
    guard let provenance, let scale else { return nil }
    guard let numbers = numbers(of: row, provenance.confidence, scale, bounds) else { return nil }
    if provenance.confidence == .missing {
      miss(about ?? provenance.basis, note: provenance.note, for: subject)
    }
    return Figure(
      value: numbers.value, low: numbers.low, high: numbers.high,
      unit: units.unit(of: dimension, written: row["unit"]), year: provenance.year,
      basis: provenance.basis, source: provenance.source, confidence: provenance.confidence,
      note: provenance.note)
  }

  /// A row's figure, which must have a value.
  mutating func value(
    _ row: CommodityRow, _ dimension: CommodityDimension, within bounds: ClosedRange<Double>,
    as name: String
  ) -> Figure? {
    guard let figure = figure(row, dimension, within: bounds, for: nil) else { return nil }
    if figure.value == nil { log.error(CommodityProblem.neededValue(name), at: row.place("value")) }
    return figure.value == nil ? nil : figure
  }

  /// Where a row comes from; nil if it does not say.
  mutating func provenance(of row: CommodityRow) -> Provenance? {
    let errors = log.errorCount
    for column in ["source", "year", "confidence"] where row[column].isEmpty {
      log.error(CommodityProblem.emptyCell(column: column), at: row.place(column))
    }
    let digits = row["year"].utf8.prefix(4)
    if !row["year"].isEmpty, digits.count < 4 || !digits.allSatisfy({ $0.isDigit }) {
      log.error(CommodityProblem.badYear(row["year"]), at: row.place("year"))
    }
    let confidence = word(row, "confidence", .confidence, Figure.Confidence.self)
    guard let confidence, log.errorCount == errors else { return nil }
    return Provenance(
      year: row["year"], basis: row["basis"], source: row["source"], confidence: confidence,
      note: row["note"])
  }

  /// One of the words of an enumeration; nil if the cell has another.
  mutating func word<Words: CaseIterable & RawRepresentable<String>>(
    _ row: CommodityRow, _ column: String, _ word: CommodityProblem.Word, _: Words.Type
  ) -> Words? {
    let cell = row[column]
    if let known = Words(rawValue: cell) { return known }
    if cell.isEmpty, column == "confidence" { return nil }
    let known = Words.allCases.map { $0.rawValue }
    log.error(CommodityProblem.unknown(word, cell, known: known), at: row.place(column))
    return nil
  }

  /// A cell that may not be empty.
  mutating func text(_ row: CommodityRow, _ column: String) -> String? {
    let cell = row[column]
    if cell.isEmpty { log.error(CommodityProblem.emptyCell(column: column), at: row.place(column)) }
    return cell.isEmpty ? nil : cell
  }

  /// A code of a country or region: three to five capital letters and digits.
  mutating func code(_ text: String, at place: Place) -> String? {
    let bytes = Array(text.utf8)
    let isCode =
      (3...5).contains(bytes.count) && bytes[0].isCapital
      && bytes.allSatisfy { $0.isCapital || $0.isDigit }
    if !isCode { log.error(CommodityProblem.badCode(text), at: place) }
    return isCode ? text : nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
