import Diagnostics
import InputOutputTables
import LinearAlgebra

extension ProviderTable {
  /// The table as an economy folder would give it; what is made up is added to the remarks.
  ///
  /// Gross output is the file's column, else its row, else the row sums of Z and Y. Value added is
  /// the file's rows, else what is missing to gross output.
  mutating func table(of format: ProviderFormat, sha256: String) -> InputOutputTable {
    let labels = flows.labels
    let n = labels.nodes.count
    let regions = region.map { [$0] } ?? labels.regions
    let sectors = labels.sectors
    let regionIndex = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($1, $0) })
    let sectorIndex = Dictionary(uniqueKeysWithValues: sectors.enumerated().map { ($1, $0) })
    let mark = separator
    let label = { (part: RegionLabel) in
      region == nil ? "\(part.region)\(mark)\(part.item)" : part.item
    }
    let use = Matrix(rows: n, columns: n, elements: flows.use)
    let final = Matrix(rows: n, columns: flows.finalCount, elements: flows.final)
    let output = grossOutput(use, final)
    let items = valueAdded(use, output)
    return InputOutputTable(
      description: description(of: format, sha256: sha256), separator: region == nil ? mark : "",
      regions: regions.map { code in
        let name = regionNames[code] ?? code
        return .init(code: code, name: name, nameJa: regionNamesJa[code] ?? name)
      },
      sectors: sectors.map { code in
        let name = sectorNames[code] ?? sectorNamesJa[code] ?? code
        return .init(code: code, name: name, nameJa: sectorNamesJa[code] ?? name)
      },
      countries: countries(regions, of: format), nodeLabels: labels.nodes.map(label),
      nodeRegion: labels.nodes.map { regionIndex[$0.region] ?? 0 },
      nodeSector: labels.nodes.map { sectorIndex[$0.item] ?? 0 }, intermediateUse: use,
      finalDemandLabels: labels.finalDemand.map(label),
      finalDemandRegion: labels.finalDemand.map { regionIndex[$0.region] ?? 0 },
      finalDemand: final, primaryInputLabels: items.labels, primaryInputs: items.values,
      primaryInputKinds: items.kinds,
      grossOutput: output)
  }

  /// What parts region and sector: a mark that no region's code holds.
  private var separator: String {
    let regions = flows.labels.regions
    return ["_", "|", ":", "~"].first { mark in !regions.contains { $0.contains(mark) } } ?? "_"
  }

  private func description(
    of format: ProviderFormat, sha256: String
  ) -> InputOutputTable.Description {
    let name = [format.title, year.map(String.init), "(\(edition))"].compactMap { $0 }
    return .init(
      name: name.joined(separator: " "), year: year, moneyUnit: moneyUnit,
      source: format.citation, licence: format.licence, sha256: sha256)
  }

  private func countries(
    _ regions: [String], of format: ProviderFormat
  ) -> [InputOutputTable.Country] {
    var found: [String: Int] = [:]
    for (index, code) in regions.enumerated() {
      let isOwn = code.utf8.count == 3 && code.utf8.allSatisfy { $0 >= 65 && $0 <= 90 }
      if isOwn { found[code] = index }
    }
    for (index, code) in regions.enumerated() {
      if let country = CountryCodes.country(of: code, in: format), found[country] == nil {
        found[country] = index
      }
    }
    return found.sorted { $0.key < $1.key }.map { .init(code: $0.key, region: $0.value) }
  }

  private mutating func grossOutput(_ use: Matrix, _ final: Matrix) -> [Double] {
    let sums = zip(use.rowSums, final.rowSums).map { $0 + $1 }
    if let stated = flows.rowOutput, let other = flows.columnOutput {
      compare(stated, with: other)
    }
    if let stated = flows.rowOutput ?? flows.columnOutput { return stated }
    remarks.append(
      Remark(
        .change, "output-from-rows", en: "gross output x computed as row sums of Z and Y",
        ja: "産出額 x は Z と Y の行和としました"))
    return sums
  }

  private mutating func compare(_ row: [Double], with column: [Double]) {
    let total = row.reduce(0, +)
    let gaps = zip(row, column).map { abs($0 - $1) / max($0, 1e-6 * total) }
    let count = gaps.filter { !($0 <= 1e-3) }.count
    let worst = gaps.indices.max { gaps[$0] < gaps[$1] } ?? 0
    remarks.append(
      count == 0
        ? Remark(
          .check, "output-agrees", en: "gross output by row and by column agree within 0.1%",
          ja: "行と列の産出額は 0.1% 以内で一致しています")
        : Remark(
          .warning, "output-differs",
          en:
            "gross output by row and by column differ by more than 0.1% at \(count) nodes, most at \(flows.labels.nodes[worst].label)",
          ja: "行と列の産出額が \(count) 部門で 0.1% を超えて違います(最大 \(flows.labels.nodes[worst].label))"))
  }

  private mutating func valueAdded(
    _ use: Matrix, _ output: [Double]
  ) -> (labels: [String], kinds: [PrimaryInputKind], values: Matrix) {
    let n = output.count
    guard flows.items.isEmpty else {
      tellKinds()
      return (
        flows.labels.valueAdded, flows.kinds,
        Matrix(rows: flows.items.count, columns: n, elements: Array(flows.items.joined()))
      )
    }
    remarks.append(
      Remark(
        .change, "value-added-from-columns",
        en: "value added computed as gross output less the column sum of Z",
        ja: "付加価値は産出額から Z の列和を引いて求めました"))
    let bought = use.columnSums
    return (
      ["VA"], [.valueAdded],
      Matrix(rows: 1, columns: n, elements: (0..<n).map { output[$0] - bought[$0] })
    )
  }

  /// Remarks what each row under the table was taken as, where not all are value added.
  private mutating func tellKinds() {
    guard flows.kinds.contains(where: { $0 != .valueAdded }) else { return }
    let rows = zip(flows.labels.valueAdded, flows.kinds)
    let list = { (language: Language) in
      PrimaryInputKind.allCases.compactMap { kind -> String? in
        let rows = rows.filter { $0.1 == kind }.map(\.0)
        return rows.isEmpty
          ? nil : "\(kind.word(in: language)): \(rows.joined(separator: ", "))"
      }.joined(separator: "; ")
    }
    remarks.append(
      Remark(
        .check, "kinds-of-rows", en: "rows under the table, only value added is GDP: \(list(.en))",
        ja: "表の下の行(GDP は付加価値のみ)：\(list(.ja))"))
  }
}
