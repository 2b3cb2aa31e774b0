package import Diagnostics

/// What a row under a table pays for: only value added is gross domestic product.
///
/// System of National Accounts 2008, chapters 6, 14 and 28. Every row is a cost, so that output is the sum of
/// intermediate use and of the rows of all kinds; product taxes and margins are those on inputs.
package enum PrimaryInputKind: String, Sendable, Hashable, CaseIterable {
  /// Compensation, operating surplus, mixed income and taxes less subsidies on production.
  case valueAdded = "value added"
  /// Inputs bought from outside the table's regions.
  case imports
  /// Taxes less subsidies on products used as inputs.
  case productTaxes = "product taxes"
  /// Trade and transport margins on inputs that no node of the table provides.
  case margins

  /// The word in economy folders and messages.
  package func word(in language: Language) -> String {
    guard language == .ja else { return rawValue }
    return switch self {
    case .valueAdded: "付加価値"
    case .imports: "輸入"
    case .productTaxes: "生産物税"
    case .margins: "マージン"
    }
  }

  /// The kind of a word of an economy folder, in either language; nil if it is none.
  init?(word: String) {
    let wanted = word.split(separator: " ").joined(separator: " ").lowercased()
    let found = Self.allCases.first { kind in
      [kind.rawValue, kind.word(in: .ja)].contains(wanted)
    }
    guard let found else { return nil }
    self = found
  }
}

// MARK: - Known names

extension PrimaryInputKind {
  /// The kind that a row's label says; nil if it says none, and the row then counts as value added.
  ///
  /// Codes of the providers, as they stand or behind a region's code, then words in English and
  /// Japanese. Taxes on production (D.29) are value added, taxes on products (D.21) are not.
  package init?(label: String) {
    let text = label.lowercased()
    let tail = text.firstIndex(of: "_").map { String(text[text.index(after: $0)...]) }
    if let known = Self.codes[text] ?? tail.flatMap({ Self.codes[$0] }) {
      self = known
      return
    }
    guard let found = Self.words.first(where: { $0.holds(text) })?.kind else { return nil }
    self = found
  }

  private static let codes: [String: PrimaryInputKind] = [
    "va": .valueAdded, "gva": .valueAdded, "valu": .valueAdded, "d1": .valueAdded,
    "d29x39": .valueAdded, "b2a3g": .valueAdded, "b2g": .valueAdded, "b3g": .valueAdded,
    "gos": .valueAdded, "lab": .valueAdded, "cap": .valueAdded, "v00100": .valueAdded,
    "v00200": .valueAdded, "v00300": .valueAdded, "va_tls_margins": .valueAdded,
    "tls": .productTaxes, "txsp": .productTaxes, "taxsub": .productTaxes, "d21": .productTaxes,
    "d31": .productTaxes, "d21x31": .productTaxes, "d21_m_d31": .productTaxes,
    "imports": .imports, "import": .imports, "imp": .imports, "p7": .imports, "purr": .imports,
    "purnr": .imports, "op_res": .imports, "op_nres": .imports, "intttm": .margins,
    "ttm": .margins, "exp_adj": .margins, "trs": .margins,
  ]

  /// A sign of a kind: one word of each list stands in the label.
  private struct Sign {
    let kind: PrimaryInputKind
    let lists: [[String]]

    func holds(_ text: String) -> Bool {
      lists.allSatisfy { list in list.contains { text.contains($0) } }
    }
  }

  /// The first sign that holds decides: taxes on production come before taxes on products.
  private static let words = [
    Sign(
      kind: .valueAdded,
      lists: [["value added", "value-added", "value_added", "付加価値", "indirect tax", "間接税"]]),
    Sign(kind: .valueAdded, lists: [["tax", "subsid"], ["production"]]),
    Sign(
      kind: .productTaxes,
      lists: [["tax", "subsid"], ["product", "commodit", "import", "less subsid", "net tax"]]),
    Sign(kind: .productTaxes, lists: [["customs", "dut", "tariff", "関税", "商品税", "生産物"]]),
    Sign(kind: .margins, lists: [["margin", "cif", "freight", "マージン", "運賃"]]),
    Sign(kind: .imports, lists: [["import", "purchases abroad", "non-resident", "輸入", "移入"]]),
    Sign(
      kind: .valueAdded,
      lists: [
        [
          "wage", "salar", "compensation", "labour", "labor", "surplus", "profit", "mixed income",
          "capital", "depreciation", "rent", "tax", "subsid", "households (row)", "雇用者", "賃金",
          "俸給", "余剰", "資本減耗", "補助金", "家計外",
        ]
      ]),
  ]
}
