import InputOutputTables

/// The rows below the industries of WIOD's tables, world and national, both releases, and of ADB's.
enum WIODRows {
  /// What each code is: taxes less subsidies on products, adjustment of exports to their price at the
  /// border, direct purchases abroad by residents and at home by non-residents, value added at basic
  /// prices, international transport margins. Tables of 35 sectors have numbers in place of codes.
  static let kinds: [String: PrimaryInputKind] = [
    "TXSP": .productTaxes, "EXP_adj": .margins, "PURR": .imports, "PURNR": .imports,
    "VA": .valueAdded, "IntTTM": .margins, "r99": .productTaxes, "r61": .margins,
    "r62": .imports, "r63": .imports, "r64": .valueAdded, "trs": .margins,
  ]

  /// What a row is; nil where its name must say it. A row that has only a name holds margins.
  static func kind(_ code: String, isName: Bool) -> PrimaryInputKind? {
    isName ? PrimaryInputKind(label: code) ?? .margins : kinds[code]
  }
}
