import Diagnostics
import FoundationEssentials

/// Where a new folder goes, looked at before anything is written.
struct FolderPlace {
  /// The path without links.
  let target: String
  /// Folders above it that were made.
  let madeFolders: [String]
  private let path: String
  private let isThere: Bool

  /// Looks at a path and makes the folders above it; throws if what is there is not to be replaced.
  init(_ path: String, replacing ownership: Ownership?) throws(DiagnosticList) {
    var trimmed = path
    while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard !trimmed.isEmpty, !trimmed.utf8.contains(0) else { throw .unwritten(.nameless) }
    self.path = path
    let place = trimmed
    isThere = try asked(path) { () throws(SystemError) in try FileSystem.isTaken(place) }
    guard isThere else {
      (target, madeFolders) = try Self.free(trimmed)
      return
    }
    guard FileSystem.about(trimmed)?.kind == .folder, let target = FileSystem.resolved(trimmed)
    else { throw .unwritten(ownership == nil ? .exists(path) : .notAFolder(path)) }
    self.target = target
    madeFolders = []
    try Self.check(target, shown: path, ownership)
  }

  /// Throws if a folder is not to be replaced.
  static func check(
    _ folder: String, shown path: String, _ ownership: Ownership?
  ) throws(DiagnosticList) {
    let foreign = FolderTree(folder).foreign(to: ownership)
    if foreign.isEmpty { return }
    throw .unwritten(ownership == nil ? .exists(path) : .foreign(path, files: foreign))
  }

  private static func free(
    _ path: String
  ) throws(DiagnosticList) -> (target: String, madeFolders: [String]) {
    let (folder, name) = TemporaryName.split(path)
    if name == "." || name == ".." {
      throw .unwritten(.refused(path, SystemError(code: SystemError.missing)))
    }
    var made: [String] = []
    var above = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      above += above.isEmpty || above == "/" ? String(part) : "/\(part)"
      if FileSystem.about(above) != nil { continue }
      let missing = above
      try asked(path) { () throws(SystemError) in try FileSystem.makeFolder(missing) }
      made.append(missing)
    }
    return ((FileSystem.resolved(folder) ?? folder) + "/" + name, made)
  }

  /// Makes the folder that is written meanwhile: beside the place, or inside where it cannot be
  /// exchanged: a mounted folder, the current one, one in a folder of others.
  func makePartial() throws(DiagnosticList) -> (path: String, isInside: Bool) {
    if !mustStay {
      let beside = TemporaryName.beside(target)
      do throws(SystemError) {
        try FileSystem.makeFolder(beside)
        return (beside, false)
      } catch {
        if !isThere {
          for folder in madeFolders.reversed() { FileSystem.removeEmptyFolder(folder) }
          throw .unwritten(.refused(path, error))
        }
      }
    }
    let inside = TemporaryName.inside(target)
    try asked(path) { () throws(SystemError) in try FileSystem.makeFolder(inside) }
    return (inside, true)
  }

  /// Whether the folder itself has to stay where it is.
  private var mustStay: Bool {
    guard isThere else { return false }
    let here = FileSystem.resolved(".") ?? ""
    if here == target || here.hasPrefix(target == "/" ? "/" : target + "/") { return true }
    let above = TemporaryName.split(target).folder
    return FileSystem.about(target)?.device != FileSystem.about(above)?.device
  }
}
