package import Diagnostics
import Files

/// Leads sector codes of several classifications to the standard ones, those in which the bundled
/// defaults and the users of commodities are given.
package struct SectorConcordance: Sendable {
  /// Standard codes by code, for each classification in the file's order.
  private let classifications: [(name: String, standard: [String: [String]])]
  /// The standard codes.
  private let standardOnes: Set<String>

  /// The concordance compiled into the program; empty if it cannot be read, which a test forbids.
  package static let bundled: SectorConcordance = {
    let path = "concordances/sectors.csv"
    let source = Source(name: path, bytes: BundledData.bytes(of: path) ?? [])
    return (try? SectorConcordance(source)) ?? SectorConcordance()
  }()

  /// The standard codes, sorted.
  package var standardCodes: [String] { standardOnes.sorted() }

  /// Every code of every classification, the standard ones first.
  package var codes: [String] {
    standardCodes + classifications.flatMap { $0.standard.keys.sorted() }
  }

  private init() { (classifications, standardOnes) = ([], []) }

  /// Reads rows of classification, code and standard codes (parted by spaces).
  package init(_ source: Source) throws(DiagnosticList) {
    let table = try CSVTable(source)
    var columns: [Int] = []
    for name in ["classification", "code", "standard"] {
      guard let column = table.column(name) else {
        throw DiagnosticList([
          Diagnostic(.error, CSVProblem.missingColumn(name), at: table.headerPlace)
        ])
      }
      columns.append(column)
    }
    var found: [(name: String, standard: [String: [String]])] = []
    for cells in table.rows {
      let (name, code) = (cells[columns[0]], cells[columns[1]])
      if found.last?.name != name { found.append((name, [:])) }
      found[found.count - 1].standard[code] = cells[columns[2]].split(separator: " ")
        .map(String.init)
    }
    classifications = found
    standardOnes = Set(found.flatMap { $0.standard.values.joined() })
  }

  /// Standard codes of each of a table's sectors, the one whose figures hold for it first; none where
  /// no classification has all of the codes and the code is not itself a standard one.
  package func standardCodes(of codes: [String]) -> [[String]] {
    let whole = classifications.first { classification in
      codes.allSatisfy { classification.standard[$0] != nil }
    }
    return codes.map { whole?.standard[$0] ?? (standardOnes.contains($0) ? [$0] : []) }
  }

  /// What a code may mean: its standard codes in each classification that has it, and whether it is all of
  /// them there, no other code sharing any; each meaning once.
  package func meanings(of code: String) -> [(standard: Set<String>, isWhole: Bool)] {
    var found: [(standard: Set<String>, isWhole: Bool)] = []
    for classification in classifications {
      guard let own = classification.standard[code].map({ Set($0) }) else { continue }
      let isWhole = classification.standard.allSatisfy { $0 == code || own.isDisjoint(with: $1) }
      if let known = found.firstIndex(where: { $0.standard == own }) {
        found[known].isWhole = found[known].isWhole && isWhole
      } else {
        found.append((own, isWhole))
      }
    }
    return found
  }
}

extension InputOutputTable {
  /// Standard codes of each sector (`SectorConcordance`), those of a table in another classification
  /// included.
  package var standardSectors: [[String]] {
    SectorConcordance.bundled.standardCodes(of: sectors.map { $0.code })
  }

  /// Sectors that a code stands for: the sector of this code, else those that are parts of it or hold
  /// it; empty if the table has none.
  package func sectors(standingFor code: String) -> [Int] {
    if let own = sectors.firstIndex(where: { $0.code == code }) { return [own] }
    let standard = standardSectors
    return sectors.indices.filter { standard[$0].contains(code) }
  }
}
