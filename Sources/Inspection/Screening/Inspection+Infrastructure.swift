import Diagnostics
import InputOutputTables
import LinearAlgebra
import Reporting
import RiskMetrics

extension Inspection {
  /// What the fields of infrastructure buy abroad, directly and through every tier (LEVERS.md H).
  func infrastructure(_ log: inout InspectionLog, region code: String) throws -> Table {
    let region = try screened(code)
    let inputs = try tradeDependency(&log).nodes
    let fields = try DesignationFile.rows("infrastructure.csv")
    let rows = fields.flatMap { field -> [ScreenRow] in
      let sharing = fields.filter { $0["sector"] == field["sector"] }.map { $0["field"] }
      let subject = Bilingual(field["field"], field["field_ja"])
      guard let region else { return [Self.noRegion(of: subject)] }
      return self.rows(of: subject, sector: field["sector"], sharing: sharing, region, inputs)
    }
    return screen(
      "infrastructure", Bilingual("Infrastructure", "基幹インフラ"), rows,
      notes: [
        Bilingual(
          "Direct: foreign share of what the sector buys (A). Look-through: foreign share of all that its inputs needed through every tier (L − I). Fields are those of Japan's Economic Security Promotion Act, with medical care; several share one sector of the table.",
          "直接：部門の投入に占める国外の割合（A）。全段階：投入が要した全産出に占める割合（L − I）。分野は経済安全保障推進法による（医療を含む）。複数の分野が1部門を共有する。"
        )
      ])
  }

  private static func noRegion(of subject: Bilingual) -> ScreenRow {
    .missing(
      subject, .inputs, Bilingual("foreign inputs", "国外投入"), unit: "share",
      because: "the table has no region that is this country alone")
  }

  private func rows(
    of subject: Bilingual, sector: String, sharing: [String], _ region: Int, _ inputs: LookThrough
  ) -> [ScreenRow] {
    let parts = nodes(of: sector, in: region)
    let weights = parts.map { node in
      (0..<table.nodeCount).reduce(0) { $0 + table.intermediateUse[$1, node] }
    }
    let total = weights.reduce(0, +)
    guard total > 0 else {
      return [
        .missing(
          subject, .inputs, Bilingual("foreign inputs", "国外投入"), unit: "share",
          because: "the table has no sector \(sector) there")
      ]
    }
    let shared =
      sharing.count > 1
      ? "; the sector holds \(sharing.joined(separator: ", ")) and cannot tell them apart" : ""
    let codes = parts.map { table.sectors[table.nodeSector[$0]].code }.joined(separator: " ")
    let basis = "sector \(codes), by value\(parts.count > 1 ? ", mean by purchases" : "")\(shared)"
    func mean(_ matrix: Matrix, of origin: String) -> Double? {
      guard let index = inputs.origins.firstIndex(of: origin) else { return nil }
      return zip(parts, weights).reduce(0) { $0 + matrix[index, $1.0] * $1.1 } / total
    }
    let home = table.regions[region].code
    let found: [(Bilingual, Double?)] = [
      (
        Bilingual("foreign inputs, direct", "国外投入・直接"),
        mean(inputs.faceValue, of: home).map { 1 - $0 }
      ),
      (
        Bilingual("foreign inputs, look-through", "国外投入・全段階"),
        mean(inputs.share, of: home).map { 1 - $0 }
      ),
      (Bilingual("inputs from China, direct", "中国からの投入・直接"), mean(inputs.faceValue, of: "CHN")),
      (
        Bilingual("inputs from China, look-through", "中国からの投入・全段階"),
        mean(inputs.share, of: "CHN")
      ),
    ]
    let valueAdded = parts.reduce(0) { $0 + table.valueAdded[$1] }
    return found.map { measure, value in
      value.map { row(subject, .inputs, measure, $0, basis: basis) }
        ?? .missing(
          subject, .inputs, measure, unit: "share", because: "the table has no such region")
    } + [
      row(
        subject, .essential, Bilingual("share of value added", "付加価値の割合"),
        valueAdded / gdp(of: region), basis: basis)
    ]
  }
}
