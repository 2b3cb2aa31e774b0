import InputOutputTables

/// The rows below the industries of WIOD's tables, world and national, both releases.
enum WIODRows {
  /// What each code is: taxes less subsidies on products, adjustment of exports to their price at the
  /// border, direct purchases abroad by residents and at home by non-residents, value added at basic
  /// prices, international transport margins.
  static let kinds: [String: PrimaryInputKind] = [
    "TXSP": .productTaxes, "EXP_adj": .margins, "PURR": .imports, "PURNR": .imports,
    "VA": .valueAdded, "IntTTM": .margins,
  ]
}
