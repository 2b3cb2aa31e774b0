package import Diagnostics
import FoundationEssentials

/// A folder that is written beside its place, whole, and then put there in one step.
///
/// What is there already is replaced only if it is empty or, where an ownership is given, a whole
/// folder of ours and nothing else; then it is removed, file by file as its own list says. Of two
/// writers each puts a whole folder. A folder that is not finished is removed.
package struct NewFolder: ~Copyable {
  /// The path as it was given.
  package let path: String
  /// Where the files lie until the folder is finished.
  package let partial: String
  /// The files so far.
  package private(set) var files: [Part.Record] = []
  private let target: String
  private let ownership: Ownership?
  private let lock: Descriptor
  private let isInside: Bool
  private let madeFolders: [String]
  private var isPlaced = false

  /// Makes the folder under its temporary name; throws if it could not be put into its place.
  package init(_ path: String, replacing ownership: Ownership? = nil) throws(DiagnosticList) {
    let place = try FolderPlace(path, replacing: ownership)
    let (partial, isInside) = try place.makePartial()
    let lock = try Self.locked(partial, shown: path)
    self.path = path
    self.partial = partial
    self.isInside = isInside
    self.ownership = ownership
    self.lock = lock
    target = place.target
    madeFolders = place.madeFolders
  }

  /// Locks an empty folder and marks it as unfinished; removes it if that fails.
  private static func locked(
    _ folder: String, shown path: String
  ) throws(DiagnosticList) -> Descriptor {
    do throws(SystemError) {
      let lock = try Descriptor(folder: folder)
      _ = lock.lock()
      _ = try Descriptor(newFile: "\(folder)/\(Leftovers.marker)", permissions: 0o666)
      return lock
    } catch {
      FileSystem.removeEmptyFolder(folder)
      throw .unwritten(.refused(path, error))
    }
  }

  deinit {
    if !isPlaced {
      Leftovers.removeUnfinished(partial)
      for folder in madeFolders.reversed() { FileSystem.removeEmptyFolder(folder) }
    }
  }

  /// Starts a file; its name may hold `/`. It belongs to the folder once it is kept.
  package func start(_ name: String) throws(DiagnosticList) -> Part {
    var folder = partial
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      if FileSystem.about(folder, followingLinks: false)?.kind == .folder { continue }
      let made = folder
      try asked(path) { () throws(SystemError) in try FileSystem.makeFolder(made) }
    }
    return try Part(name, at: "\(partial)/\(name)", shown: "\(path)/\(name)")
  }

  /// Counts a finished file as one of the folder's.
  package mutating func keep(_ file: Part.Record) { files.append(file) }

  /// Writes a whole file.
  package mutating func write(_ bytes: [UInt8], to name: String) throws(DiagnosticList) {
    var part = try start(name)
    try part.append(bytes)
    keep(try part.finish())
  }

  /// Puts the folder into its place.
  package mutating func finish() throws(DiagnosticList) {
    removeFile("\(partial)/\(Leftovers.marker)")
    do throws(SystemError) {
      for folder in FolderTree(partial).folders {
        try Descriptor(folder: "\(partial)/\(folder)").sync()
      }
      try lock.sync()
    } catch {
      throw .unwritten(.refused(path, error))
    }
    try Placing(
      partial: partial, target: target, path: path, ownership: ownership, isInside: isInside
    ).place()
    isPlaced = true
    try? Descriptor(folder: TemporaryName.split(target).folder).sync()
    Leftovers.remove(beside: target, ownership)
    Leftovers.remove(inside: target, ownership)
  }
}
