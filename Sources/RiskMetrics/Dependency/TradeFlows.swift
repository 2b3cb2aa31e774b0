package import Diagnostics

/// Yearly trade by importer, exporter and product: what screens of dependency are computed from.
package struct TradeFlows: Sendable {
  /// One flow of a year.
  package struct Flow: Sendable, Hashable {
    /// Code of the buyer.
    package let importer: String
    /// Code of the seller.
    package let exporter: String
    /// The product, such as an HS code.
    package let product: String
    /// The year.
    package let year: Int
    /// Money, 0 or more.
    package let value: Double
    /// Mass, 0 or more; nil if the file does not tell it.
    package let weight: Double?

    /// Makes a flow.
    package init(
      importer: String, exporter: String, product: String, year: Int, value: Double,
      weight: Double? = nil
    ) {
      self.importer = importer
      self.exporter = exporter
      self.product = product
      self.year = year
      self.value = value
      self.weight = weight
    }
  }

  /// The flows in the file's order.
  package let flows: [Flow]
  /// Who published them.
  package let source: String

  /// Makes trade flows.
  package init(_ flows: [Flow], source: String) {
    self.flows = flows
    self.source = source
  }

  /// Reads a file of columns importer, exporter, product, year, value and, if known, weight, source.
  ///
  /// Throws every mistake at once: absent columns, cells that are no numbers or negative, a flow twice.
  package static func read(_ file: Source) throws(DiagnosticList) -> TradeFlows {
    var records = try FigureRecords(
      file, needed: ["importer", "exporter", "product", "year", "value"])
    var seen: Set<[String]> = []
    var sources: [String] = []
    var flows: [Flow] = []
    for row in records.rows {
      let names = ["importer", "exporter", "product"].map { records.word(row, $0) ?? "" }
      let year = records.year(row, "year")
      let value = records.number(row, "value", in: 0...1e100)
      let weight = records.optionalNumber(row, "weight", in: 0...1e100)
      let source = records.text(row, "source")
      if !source.isEmpty, !sources.contains(source) { sources.append(source) }
      guard let year, let value else { continue }
      if !seen.insert(names + ["\(year)"]).inserted {
        let name = "\(names[0]), \(names[1]), \(names[2]), \(year)"
        records.refuse(FigureProblem.twice(name), row, "importer")
      }
      flows.append(
        Flow(
          importer: names[0], exporter: names[1], product: names[2], year: year, value: value,
          weight: weight))
    }
    try records.finish()
    return TradeFlows(flows, source: sources.isEmpty ? file.name : sources.joined(separator: "; "))
  }
}

// MARK: - Sums and shares

extension TradeFlows {
  /// A group of countries that trade as one: a country alone, or a union.
  package typealias Bloc = Set<String>

  /// Shares of the exporters outside a bloc in its imports; nil if there are none of the measure.
  package func imports(
    of product: String, into bloc: Bloc, year: Int, by measure: Basis.Measure = .value
  ) -> SupplyShares? {
    shares(.importsOnly, product, year, measure) {
      bloc.contains($0.importer) && !bloc.contains($0.exporter)
    }
  }

  /// Shares of the exporters in all trade of a product; nil if there is none of the measure.
  package func worldExports(
    of product: String, year: Int, by measure: Basis.Measure = .value
  ) -> SupplyShares? {
    shares(.worldExports, product, year, measure) { _ in true }
  }

  /// Sum of the flows of a product and year that meet a condition, money.
  func value(of product: String, year: Int, where meets: (Flow) -> Bool) -> Double {
    flows.reduce(0) {
      $0 + ($1.product == product && $1.year == year && meets($1) ? $1.value : 0)
    }
  }

  private func shares(
    _ scope: Basis.Scope, _ product: String, _ year: Int, _ measure: Basis.Measure,
    where meets: (Flow) -> Bool
  ) -> SupplyShares? {
    var order: [String] = []
    var sums: [String: Double] = [:]
    for flow in flows where flow.product == product && flow.year == year && meets(flow) {
      let amount = measure == .value ? flow.value : flow.weight
      guard let amount else { return nil }
      if sums[flow.exporter] == nil { order.append(flow.exporter) }
      sums[flow.exporter, default: 0] += amount
    }
    return SupplyShares(
      amounts: order.map { ($0, sums[$0] ?? 0) },
      basis: Basis(measure, scope, year: "\(year)", source: source))
  }
}
