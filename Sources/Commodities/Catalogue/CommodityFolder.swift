package import Diagnostics
internal import Files
internal import FoundationEssentials

/// A commodity's folder on disk.
package enum CommodityFolder {
  /// Whether a path is a folder that holds the first file of a commodity.
  package static func isFolder(_ path: String) -> Bool {
    FileSystem.about("\(path)/\(CommodityFile.Kind.commodity.rawValue)") != nil
  }

  /// Reads the commodity of a folder, its path from `base` or from where we are; throws every
  /// mistake at once.
  package static func load(
    _ path: String, relativeTo base: String? = nil
  ) throws(DiagnosticList) -> Commodity {
    let isAbsolute = path.hasPrefix("/") || (base ?? "").isEmpty
    let folder = isAbsolute ? path : "\(base ?? "")/\(path)"
    guard !path.isEmpty, !path.utf8.contains(0), FileSystem.about(folder)?.kind == .folder else {
      throw DiagnosticList([Diagnostic(.error, CommodityProblem.noFolder(folder))])
    }
    var files: [(name: String, bytes: [UInt8])] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".csv") {
      files.append((name, try Source.reading("\(folder)/\(name)").bytes))
    }
    return try CommodityCatalogue.load(folder: files, name: folder)
  }
}
