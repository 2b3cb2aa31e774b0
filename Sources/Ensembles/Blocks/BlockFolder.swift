package import Diagnostics
package import Files
internal import Foundation

/// A folder of blocks of one ensemble, which many processes may fill at the same time.
///
/// A block is `blocks/<name>.parquet`, `blocks/paths-<name>.parquet` where days of its runs are kept, and then
/// `blocks/<name>.json`, which makes it whole: each written under a temporary name, synced and renamed. Who
/// comes second verifies that his bytes are the same.
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
    guard let known = Self.text("\(path)/\(Self.planName)") else {
      let there = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      // Others may be making the folder at this moment.
      guard there.allSatisfy({ $0 == "blocks" || $0.hasPrefix(".") }) else {
        throw Self.refusal(.foreignFolder(path))
      }
      try Self.makeFolder("\(path)/blocks")
      try write(Array(plan.utf8), to: Self.planName, refusal: .otherEnsemble(path))
      return
    }
    guard known == plan else { throw Self.refusal(.otherEnsemble(path)) }
    guard isShared else { throw Self.refusal(.alreadyThere(path)) }
    try Self.makeFolder("\(path)/blocks")
  }

  /// Opens a folder that holds an ensemble; throws if it holds none.
  package init(reading path: String) throws(DiagnosticList) {
    guard let plan = Self.text("\(path)/\(Self.planName)") else {
      throw Self.refusal(.noEnsemble(path))
    }
    self.path = path
    self.plan = plan
  }

  /// Writes a block and the days of its runs where they are kept, unless the same is there; throws if another
  /// is.
  package func write(
    _ block: EnsembleBlock, _ columns: [ParquetColumn], paths: [ParquetColumn]? = nil
  ) throws(DiagnosticList) {
    let bytes = ParquetWriter.bytes(columns)
    let pathBytes = paths.map { ParquetWriter.bytes($0) }
    let refusal = EnsembleProblem.blockDiffers(block.name)
    try write(bytes, to: "blocks/\(block.name).parquet", refusal: refusal)
    if let pathBytes {
      try write(pathBytes, to: "blocks/paths-\(block.name).parquet", refusal: refusal)
    }
    try write(
      Array(mark(block, bytes, pathBytes).utf8), to: "blocks/\(block.name).json",
      refusal: refusal)
  }

  /// The table of a whole block; nil if it is not whole.
  package func columns(_ block: EnsembleBlock) -> [ParquetColumn]? {
    guard let mark = Self.text("\(path)/blocks/\(block.name).json"),
      let bytes = Self.bytes("\(path)/blocks/\(block.name).parquet"),
      mark == self.mark(block, bytes, pathBytes(block))
    else { return nil }
    return ParquetReader.columns(bytes)
  }

  /// One column of the days of a block's runs; nil if the block is not there.
  package func path(_ block: EnsembleBlock, _ name: String) -> [Double?]? {
    guard let bytes = pathBytes(block) else { return nil }
    return ParquetReader.columns(bytes, named: [name])?.first?.numbers
  }

  private func pathBytes(_ block: EnsembleBlock) -> [UInt8]? {
    Self.bytes("\(path)/blocks/paths-\(block.name).parquet")
  }

  /// Writes a file of results, in place of an older one.
  package func put(_ bytes: [UInt8], _ name: String) throws(DiagnosticList) {
    if let slash = name.lastIndex(of: "/") {
      try Self.makeFolder("\(path)/\(name[..<slash])")
    }
    try NewFile.write(bytes, to: "\(path)/\(name)")
  }

  /// What makes a block whole: which it is, of which ensemble, and the digests of its tables.
  private func mark(_ block: EnsembleBlock, _ bytes: [UInt8], _ paths: [UInt8]?) -> String {
    let ofPaths = paths.map { "\n  \"paths_sha256\": \"\(sha256Hex($0))\"," } ?? ""
    return """
      {
        "schema": "sonae.block/1",
        "ensemble": "\(sha256Hex(Array(plan.utf8)))",
        "part": "\(block.part.rawValue)",
        "block": \(block.number),
        "first": \(block.rows.lowerBound),
        "rows": \(block.rows.count),\(ofPaths)
        "sha256": "\(sha256Hex(bytes))"
      }

      """
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
