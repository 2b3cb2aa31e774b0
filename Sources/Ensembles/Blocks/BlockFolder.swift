package import Diagnostics
package import Files
internal import Foundation

/// A folder of blocks of one ensemble, which many processes may fill at the same time.
///
/// A block is `blocks/<name>.parquet`, `blocks/paths-<name>.parquet` where days of its runs are kept, and then
/// `blocks/<name>.json`, which makes it whole: each written under a temporary name, synced and renamed. Who
/// comes second verifies that his values are the same, bit by bit; machines whose libraries pack them
/// differently agree.
package struct BlockFolder: Sendable {
  /// The folder.
  package let path: String
  /// What the ensemble is: the text of `ensemble.json`.
  package let plan: String

  /// The file that says which ensemble a folder holds.
  package static let planName = "ensemble.json"

  /// Opens a folder, or makes it; throws if it holds something else, or, unless `isShared`, this ensemble.
  package init(_ path: String, plan: String, isShared: Bool) throws(DiagnosticList) {
    self.path = path
    self.plan = plan
    guard let known = try Self.planThere(path) else {
      try Self.makeFolder("\(path)/blocks")
      try write(Array(plan.utf8), to: Self.planName, refusal: .otherEnsemble(path))
      return
    }
    guard known == plan else { throw Self.refusal(.otherEnsemble(path)) }
    guard isShared else { throw Self.refusal(.alreadyThere(path)) }
    try Self.makeFolder("\(path)/blocks")
  }

  /// What a folder says of its ensemble; nil: it is empty, or others are making it at this moment. Throws if
  /// it holds something else.
  private static func planThere(_ path: String) throws(DiagnosticList) -> String? {
    let place = "\(path)/\(planName)"
    if let known = text(place) { return known }
    let there = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    // Another has put it there since.
    if there.contains(planName), let known = text(place) { return known }
    guard there.allSatisfy({ $0 == "blocks" || $0.hasPrefix(".") }) else {
      throw refusal(.foreignFolder(path))
    }
    return nil
  }

  /// Opens a folder that holds an ensemble; throws if it holds none.
  package init(reading path: String) throws(DiagnosticList) {
    guard let plan = Self.text("\(path)/\(Self.planName)") else {
      throw Self.refusal(.noEnsemble(path))
    }
    self.path = path
    self.plan = plan
  }

  /// A block's tables.
  package struct Tables: Sendable, Hashable {
    /// Variables and outcomes of its runs.
    package let runs: [ParquetColumn]
    /// Days of its runs; nil where they are not kept.
    package let paths: [ParquetColumn]?

    /// Puts a block's tables together.
    package init(runs: [ParquetColumn], paths: [ParquetColumn]? = nil) {
      self.runs = runs
      self.paths = paths
    }
  }

  /// Writes a block unless the same is there; throws if another is.
  package func write(_ block: EnsembleBlock, _ tables: Tables) throws(DiagnosticList) {
    try write(tables.runs, block, to: "blocks/\(block.name).parquet")
    if let paths = tables.paths {
      try write(paths, block, to: "blocks/paths-\(block.name).parquet")
    }
    // Its tables are whole and the same: whatever else a mark says, it is damaged.
    try NewFile.write(
      Array(mark(block, tables).utf8), to: "\(path)/blocks/\(block.name).json")
  }

  /// The tables of a whole block, each of its files read once; nil if it is not whole.
  package func tables(_ block: EnsembleBlock) -> Tables? {
    guard let mark = Self.text("\(path)/blocks/\(block.name).json"),
      let runs = table("blocks/\(block.name).parquet")
    else { return nil }
    let found = Tables(runs: runs, paths: table("blocks/paths-\(block.name).parquet"))
    return mark == self.mark(block, found) ? found : nil
  }

  private func table(_ name: String) -> [ParquetColumn]? {
    Self.bytes("\(path)/\(name)").flatMap { ParquetReader.columns($0) }
  }

  /// Writes a file of results, in place of an older one.
  package func put(_ bytes: [UInt8], _ name: String) throws(DiagnosticList) {
    if let slash = name.lastIndex(of: "/") {
      try Self.makeFolder("\(path)/\(name[..<slash])")
    }
    try NewFile.write(bytes, to: "\(path)/\(name)")
  }

  /// What makes a block whole: which it is, of which ensemble, and the digests of its values.
  private func mark(_ block: EnsembleBlock, _ tables: Tables) -> String {
    let ofPaths =
      tables.paths.map { "\n  \"paths_sha256\": \"\(ParquetColumn.digest($0))\"," } ?? ""
    return """
      {
        "schema": "sonae.block/2",
        "ensemble": "\(sha256Hex(Array(plan.utf8)))",
        "part": "\(block.part.rawValue)",
        "block": \(block.number),
        "first": \(block.rows.lowerBound),
        "rows": \(block.rows.count),\(ofPaths)
        "values_sha256": "\(ParquetColumn.digest(tables.runs))"
      }

      """
  }

  /// Writes a table of a block unless one of the same values is there, however it is packed; in place of one
  /// that nothing can read.
  private func write(
    _ columns: [ParquetColumn], _ block: EnsembleBlock, to name: String
  ) throws(DiagnosticList) {
    do throws(DiagnosticList) {
      try NewFile.write(ParquetWriter.bytes(columns), to: "\(path)/\(name)", replacing: false)
    } catch {
      guard let there = Self.bytes("\(path)/\(name)") else { throw error }
      guard let known = ParquetReader.columns(there) else {
        return try NewFile.write(ParquetWriter.bytes(columns), to: "\(path)/\(name)")
      }
      guard ParquetColumn.digest(known) == ParquetColumn.digest(columns) else {
        throw Self.refusal(.blockDiffers(block.name))
      }
    }
  }

  private func write(
    _ bytes: [UInt8], to name: String, refusal: EnsembleProblem
  ) throws(DiagnosticList) {
    let place = "\(path)/\(name)"
    do throws(DiagnosticList) {
      try NewFile.write(bytes, to: place, replacing: false)
    } catch {
      guard let there = Self.bytes(place) else { throw error }
      guard there == bytes else { throw Self.refusal(refusal) }
    }
  }

  private static func makeFolder(_ path: String) throws(DiagnosticList) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw refusal(.foreignFolder(path))
    }
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }

  private static func text(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func refusal(_ problem: EnsembleProblem) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, problem)])
  }
}
