import Diagnostics
import Files
import LinearAlgebra

/// Reads the files of one economy in turn and keeps a log of their mistakes.
struct EconomyReader {
  /// Changes whenever another table is made of the same files.
  static let version = 2

  var files: EconomyFiles
  var log = ProblemLog()

  init(files: EconomyFiles) { self.files = files }

  /// The table; nil if the log has errors.
  mutating func read() -> InputOutputTable? {
    let settings = settings()
    let names = (sectors: nameList("sectors.csv"), regions: nameList("regions.csv"))
    let z = files.requiredSource("Z.csv", into: &log).flatMap { NumberGrid($0, into: &log) }
    let y = files.requiredSource("Y.csv", into: &log).flatMap { NumberGrid($0, into: &log) }
    // A sector of the name `kind` keeps its column: then names decide what the rows are.
    let hasKinds = z?.columns.names.contains(Self.kindColumn) == false
    let va = files.source("VA.csv", into: &log).flatMap {
      NumberGrid($0, wordColumn: hasKinds ? Self.kindColumn : nil, into: &log)
    }
    let x = files.source("x.csv", into: &log).flatMap { NumberGrid($0, into: &log) }
    let countries = files.source("countries.csv", into: &log)
    guard let z, let y else { return nil }
    do throws(DiagnosticList) { try Limits.check(nodes: z.columns.count) } catch {
      log.errors(error)
      return nil
    }
    let scheme = LabelScheme(
      z.columns.names, places: z.columns.places.map { Place(source: z.source, range: $0) },
      settings: settings, into: &log)
    let homes = finalDemandRegions(y, scheme, settings)
    let listed = InputOutputTable.Country.read(countries, regions: scheme.regions, into: &log)
    guard let flows = flows(z, y, va, x), !log.hasErrors else { return nil }
    return InputOutputTable(
      description: description(settings, sha256: files.sha256), separator: scheme.separator,
      regions: scheme.regions.map { names.regions.region($0) },
      sectors: scheme.sectors.map { names.sectors.sector($0) },
      countries: listed, nodeLabels: z.columns.names, nodeRegion: scheme.nodeRegion,
      nodeSector: scheme.nodeSector, intermediateUse: flows.intermediateUse,
      finalDemandLabels: y.columns.names, finalDemandRegion: homes,
      finalDemand: flows.finalDemand, primaryInputLabels: flows.primaryInputLabels,
      primaryInputs: flows.primaryInputs, primaryInputKinds: flows.primaryInputKinds,
      grossOutput: flows.grossOutput)
  }

  /// What economy.csv says.
  mutating func settings() -> EconomySettings {
    files.source("economy.csv", into: &log).map { EconomySettings($0, into: &log) }
      ?? EconomySettings()
  }

  /// The names of sectors.csv or regions.csv.
  mutating func nameList(_ file: String) -> NameList {
    files.source(file, into: &log).map { NameList($0, into: &log) } ?? NameList()
  }

  /// What is said of the table as a whole.
  func description(_ settings: EconomySettings, sha256: String) -> InputOutputTable.Description {
    .init(
      name: settings.name ?? files.name, year: settings.year, moneyUnit: settings.moneyUnit,
      source: settings.source, licence: settings.licence, sha256: sha256,
      nameJa: settings.nameJa, basis: settings.basis, note: settings.note)
  }

  private mutating func finalDemandRegions(
    _ y: NumberGrid, _ scheme: LabelScheme, _ settings: EconomySettings
  ) -> [Int] {
    zip(y.columns.names, y.columns.places).map { label, range in
      if let region = scheme.region(ofFinalDemand: label, settings: settings) { return region }
      log.error(
        TableProblem.homelessFinalDemand(label), at: Place(source: y.source, range: range))
      return 0
    }
  }
}

// MARK: - Flows

extension EconomyReader {
  /// The numbers of a table, all in the order of Z's header.
  private struct Flows {
    let intermediateUse: Matrix
    let finalDemand: Matrix
    let primaryInputLabels: [String]
    let primaryInputKinds: [PrimaryInputKind]
    let primaryInputs: Matrix
    let grossOutput: [Double]
  }

  /// Brings every file into the order of Z's header; nil, with the reasons logged, if one does not fit.
  private mutating func flows(
    _ z: NumberGrid, _ y: NumberGrid, _ va: NumberGrid?, _ x: NumberGrid?
  ) -> Flows? {
    let nodes = z.columns.names
    let n = nodes.count
    let zCells = z.rows(inOrderOf: nodes, into: &log)
    let yCells = y.rows(inOrderOf: nodes, into: &log)
    let vaCells = va.map { $0.columns(inOrderOf: nodes, into: &log) }
    let xCells = x.map { $0.rows(inOrderOf: nodes, into: &log) }
    if let x, x.columns.count != 1 {
      log.error(
        CSVProblem.wrongCellCount(found: x.columns.count + 1, expected: 2),
        at: Place(source: x.source, range: x.columns.places[1]))
    }
    guard !log.hasErrors, let zCells, let yCells else { return nil }
    let use = Matrix(rows: n, columns: n, elements: zCells)
    let final = Matrix(rows: n, columns: y.columns.count, elements: yCells)
    let sums = zip(use.rowSums, final.rowSums).map { $0 + $1 }
    let output = (xCells ?? nil) ?? sums
    let bought = use.columnSums
    let residual = (0..<n).map { output[$0] - bought[$0] }
    let items = (vaCells ?? nil) ?? residual
    let labels = va?.rows.names ?? ["VA"]
    let kinds = va.map { self.kinds(of: $0) } ?? [.valueAdded]
    guard !log.hasErrors else { return nil }
    return Flows(
      intermediateUse: use, finalDemand: final, primaryInputLabels: labels,
      primaryInputKinds: kinds,
      primaryInputs: Matrix(rows: labels.count, columns: n, elements: items),
      grossOutput: output)
  }
}

// MARK: - Kinds of rows

extension EconomyReader {
  /// The column of VA.csv that says what each row is.
  static let kindColumn = "kind"

  /// What each row of VA.csv is: as its column says, else as its name says, else value added.
  ///
  /// What names decided is noted, unless all of them plainly say value added.
  private mutating func kinds(of va: NumberGrid) -> [PrimaryInputKind] {
    var byName: [(label: String, kind: PrimaryInputKind)] = []
    var isPlain = true
    let kinds = va.rows.names.indices.map { row -> PrimaryInputKind in
      let label = va.rows.names[row]
      let word = row < va.words.count ? va.words.names[row] : ""
      if !word.isEmpty {
        if let kind = PrimaryInputKind(word: word) { return kind }
        let near = nearest(word, in: PrimaryInputKind.allCases.map { $0.rawValue })
        log.error(
          KindProblem.unknown(word, row: label, suggestion: near),
          at: Place(source: va.source, range: va.words.places[row]))
        return .valueAdded
      }
      let said = PrimaryInputKind(label: label)
      isPlain = isPlain && said == .valueAdded
      byName.append((label, said ?? .valueAdded))
      return said ?? .valueAdded
    }
    if !isPlain {
      let list = PrimaryInputKind.allCases.map { kind in
        KindProblem.Rows(
          kind: kind, labels: byName.filter { $0.kind == kind }.map { $0.label })
      }
      log.note(
        KindProblem.byName(list.filter { !$0.labels.isEmpty }),
        at: Place(source: va.source, range: 0..<0))
    }
    return kinds
  }
}
