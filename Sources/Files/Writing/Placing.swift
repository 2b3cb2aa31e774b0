import Diagnostics
import FoundationEssentials

/// Puts a folder that is whole into its place.
struct Placing {
  /// Where it is.
  let partial: String
  /// Where it goes.
  let target: String
  /// The place as it was given.
  let path: String
  let ownership: Ownership?
  /// Whether it lies inside its place, which stays.
  let isInside: Bool

  func place() throws(DiagnosticList) {
    if isInside { return try fill() }
    guard let old = FileSystem.about(target, followingLinks: false) else {
      return try telling { () throws(SystemError) in
        try FileSystem.rename(partial, to: target)
      }
    }
    FileSystem.setPermissions(old.permissions, of: partial)
    let isExchanged = try telling { () throws(SystemError) in
      try FileSystem.exchange(partial, target)
    }
    if isExchanged {
      try removeOld(partial) { () throws(SystemError) in
        _ = try FileSystem.exchange(partial, target)
      }
    } else {
      try swapInSteps()
    }
  }

  /// The exchange where the file system has none: the old folder steps aside first.
  private func swapInSteps() throws(DiagnosticList) {
    let aside = TemporaryName.beside(target)
    try telling { () throws(SystemError) in
      try FileSystem.rename(target, to: aside)
      do throws(SystemError) { try FileSystem.rename(partial, to: target) } catch {
        try? FileSystem.rename(aside, to: target)
        throw error
      }
    }
    try removeOld(aside) { () throws(SystemError) in
      try FileSystem.rename(target, to: partial)
      try FileSystem.rename(aside, to: target)
    }
  }

  /// Removes the folder that made way; if it is another than was looked at before, it comes back.
  private func removeOld(
    _ old: String, orUndo undo: () throws(SystemError) -> Void
  ) throws(DiagnosticList) {
    do throws(DiagnosticList) {
      try FolderPlace.check(old, shown: path, ownership)
    } catch {
      try telling(undo)
      throw error
    }
    FolderTree(old).remove(ownership?.listed(old) ?? [:], mark: ownership?.mark)
  }

  /// Moves the files into the folder that stays: what makes the old one whole goes first, what makes
  /// the new one whole comes last.
  private func fill() throws(DiagnosticList) {
    guard let lock = try? Descriptor(folder: target), lock.lock() else {
      throw .unwritten(.busy(path))
    }
    try FolderPlace.check(target, shown: path, ownership)
    let mark = ownership?.mark ?? ""
    let listed = ownership?.listed(target) ?? [:]
    if !mark.isEmpty { removeFile("\(target)/\(mark)") }
    FolderTree(target).remove(listed, mark: nil)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: partial)) ?? []
    let order = names.filter { $0 != mark }.sorted() + names.filter { $0 == mark }
    try telling { () throws(SystemError) in
      for name in order {
        try FileSystem.rename("\(partial)/\(name)", to: "\(target)/\(name)")
      }
      try lock.sync()
    }
    FileSystem.removeEmptyFolder(partial)
  }

  private func telling<Result>(
    _ work: () throws(SystemError) -> Result
  ) throws(DiagnosticList) -> Result {
    try asked(path, work)
  }
}
