package import Diagnostics
import Files
import InputOutputTables

/// Bundled inventories and criticality by sector code (MODEL.md section 7); all are assumptions.
package struct SectorDefaults: Sendable {
  /// How a product can be kept.
  package enum Kind: String, Sendable, CaseIterable {
    /// It has an inventory.
    case storable
    /// It cannot be stored; off unless the scenario turns flows on.
    case flow
    /// Never binding.
    case unlimited
  }

  /// Which end of the range of inventories.
  package enum Level: String, Sendable, CaseIterable {
    /// The low end.
    case low
    /// The usual value.
    case central
    /// The high end.
    case high
  }

  /// What is assumed of one product.
  package struct Product: Sendable, Hashable {
    /// How it can be kept.
    package let kind: Kind
    /// Inventory target in days by level: low, central, high.
    package let days: [Double]
    /// Restocking time, days.
    package let restock: Double
    /// Share of the target below which it binds.
    package let psi: Double
    /// Share d of its varieties that no other replaces, 0 to 1; nil: no figure, or not storable.
    package let differentiated: Double?
    /// Stock that the sector as a user keeps against the average.
    package let coverOfAverage: Double
    /// Criticality for users that are not named.
    package let otherUsers: Double
    /// Codes of users that it stops.
    package let essential: Set<String>
    /// Codes of users that it half stops.
    package let important: Set<String>
  }

  /// Products by sector code.
  package let products: [String: Product]

  /// Reads the table of defaults; throws every bad cell at once.
  package init(_ source: Source) throws(DiagnosticList) {
    let table = try CSVTable(source)
    var reader = SectorDefaultsReader(table)
    products = reader.products()
    if let failure = reader.failure { throw failure }
  }
}

extension SectorDefaults {
  /// What all products of a table with an unknown sector have, as keys of `model` say it.
  package static let plainKeys = [
    (key: "inventory", value: "30 days"), (key: "restock", value: "30 days"),
    (key: "psi", value: "0.5"), (key: "table criticality", value: "0.5"),
  ]

  /// Differentiated share of a product without a figure; an assumption.
  package static let usualDifferentiation = 0.5

  /// Defaults of every product of a table, S values, and S × S criticality, row-major.
  package struct Model: Sendable, Hashable {
    /// Inventory targets, days; infinity: unlimited.
    package var inventoryDays: [Double]
    /// Restocking times, days.
    package var restockDays: [Double]
    /// Shares of the target below which a product binds.
    package var psi: [Double]
    /// Criticality of product (row) for user (column).
    package var criticality: [Double]
    /// Differentiated shares d; nil: the product cannot be stored, so that it has no varieties.
    package var differentiated: [Double?]
    /// Stocks of sectors as users against the average.
    package var coverOfAverage: [Double]
    /// Codes of storable sectors without a differentiated share; they have `usualDifferentiation`.
    package var undifferentiated: [String]
    /// Sector codes that have no bundled defaults; if there is one, none are used.
    package var unknown: [String]
  }

  /// Defaults for a table's sectors, those of other classifications by the concordance; all of them
  /// are assumed alike if one has no bundled values.
  package func model(for sectors: [String], level: Level, flows: Bool) -> Model {
    let standard = SectorConcordance.bundled.standardCodes(of: sectors)
      .enumerated().map { $1.first ?? sectors[$0] }
    let known = standard.map { products[$0] }
    let unknown = zip(sectors, known).filter { $1 == nil }.map { $0.0 }
    let count = sectors.count
    guard unknown.isEmpty else {
      let month = [Double](repeating: 30, count: count)
      return Model(
        inventoryDays: month, restockDays: month, psi: [Double](repeating: 0.5, count: count),
        criticality: [Double](repeating: 0.5, count: count * count),
        differentiated: [Double?](repeating: Self.usualDifferentiation, count: count),
        coverOfAverage: [Double](repeating: 1, count: count), undifferentiated: [],
        unknown: unknown)
    }
    let chosen = known.compactMap { $0 }
    return Model(
      inventoryDays: chosen.map { $0.binds(flows) ? $0.days[level.index] : .infinity },
      restockDays: chosen.map { $0.restock }, psi: chosen.map { $0.psi },
      criticality: chosen.flatMap { product in
        standard.map { product.binds(flows) ? product.criticality(for: $0) : 0 }
      },
      differentiated: chosen.map {
        $0.kind == .storable ? $0.differentiated ?? Self.usualDifferentiation : nil
      }, coverOfAverage: chosen.map { $0.coverOfAverage },
      undifferentiated: zip(sectors, chosen).compactMap { code, product in
        product.kind == .storable && product.differentiated == nil ? code : nil
      }, unknown: [])
  }
}

extension SectorDefaults.Level {
  fileprivate var index: Int {
    switch self {
    case .low: 0
    case .central: 1
    case .high: 2
    }
  }
}

extension SectorDefaults.Product {
  /// Whether the product can limit a user at all.
  fileprivate func binds(_ flows: Bool) -> Bool { kind == .storable || kind == .flow && flows }

  /// 1 for essential users, 0.5 for important ones.
  fileprivate func criticality(for user: String) -> Double {
    essential.contains(user) ? 1 : important.contains(user) ? 0.5 : otherUsers
  }
}

extension SectorDefaults {
  /// The defaults compiled into the program.
  package static func bundled() throws(DiagnosticList) -> SectorDefaults {
    let path = "defaults/sector-defaults.csv"
    return try SectorDefaults(Source(name: path, bytes: BundledData.bytes(of: path) ?? []))
  }
}
