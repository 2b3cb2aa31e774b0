import InputOutputTables

/// Items of the European System of Accounts 2010 that stand beside and under Eurostat's tables.
///
/// A table holds sums and parts side by side, and which of them differs by country: for each sum the
/// finest list of parts that is there and adds up to it is taken, else the sum itself.
struct EurostatItems {
  /// A sum and the lists of its parts, the finest first.
  struct Sum {
    let code: String
    let parts: [[String]]
  }

  /// Columns of final demand but exports.
  static let finalDemand = [
    Sum(code: "P3", parts: [["P3_S14", "P3_S15", "P3_S13"], ["P3_S14_S15", "P3_S13"]]),
    Sum(
      code: "P5",
      parts: [
        ["P51G", "P52", "P53"], ["P51G", "P5M"], ["P51", "P52", "P53"], ["P51", "P52_P53"],
      ]),
  ]

  /// Exports: all, by the European Union's border, by the euro area's, and as named before 2014.
  static let exports = Sum(
    code: "P6", parts: [["P6_B0", "P6_D0"], ["P6_U2", "P6_U3"], ["P6_S21", "P6_S22"]])

  /// Rows of gross value added at basic prices.
  static let valueAdded = Sum(
    code: "B1G",
    parts: [
      ["D1", "D29X39", "B2A3G"], ["D1", "D29X39", "B2A3N", "P51C"],
      ["D1", "D29_M_D39", "B2G_B3G"], ["D1", "D29_M_D39", "B2N_B3N", "K1"],
    ])

  /// Rows of taxes less subsidies on products.
  static let productTaxes = ["D21X31", "D21_M_D31"]

  /// Rows of residents' purchases abroad and of non-residents' at home.
  static let purchases = ["OP_RES", "OP_NRES"]

  /// Totals, and parts of what is taken from other rows and columns, which say nothing new.
  static let dropped: Set<String> = [
    "TOTAL", "CPA_TOTAL", "TU", "TFU", "TUBP", "FINUBP", "P2", "P2_ADJ", "P2PP", "TS_BP", "SUPBP",
    "P1", "P7", "IMP", "B1G", "D11", "D12", "P51C", "K1", "B2A3N", "B3G", "B2G", "B2N_B3N", "P3",
    "P5", "P5M", "P51", "P51N", "P6",
  ]

  /// Whether a code is a part of imports or exports by partner.
  static func isByPartner(_ code: String) -> Bool {
    code.hasPrefix("P7_") || code.hasPrefix("P6_")
  }

  /// Whether two sums are the same up to the rounding of what is published.
  static func agree(_ sum: Double, _ parts: Double) -> Bool {
    abs(sum - parts) <= max(2e-4 * abs(sum), 2)
  }

  /// The codes to take for a sum: parts that are there and add up to it, else the sum, else the parts
  /// that are there; `total` gives what a code sums to, nil where it is absent.
  static func chosen(_ sum: Sum, total: (String) -> Double?) -> [String] {
    let whole = total(sum.code)
    for parts in sum.parts {
      let found = parts.compactMap(total)
      let isThere = whole == nil ? found.count == parts.count : !found.isEmpty
      if isThere, whole.map({ agree($0, found.reduce(0, +)) }) ?? true {
        return parts.filter { total($0) != nil }
      }
    }
    if whole != nil { return [sum.code] }
    return sum.parts.map { $0.filter { total($0) != nil } }.first { !$0.isEmpty } ?? []
  }
}
