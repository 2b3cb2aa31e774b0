import FoundationEssentials

/// What killed runs leave: unfinished files and folders, known by their names and by their locks.
enum Leftovers {
  /// The file that says that a folder is unfinished.
  static let marker = ".unfinished"

  /// Removes what was to become the file or folder at a path, unless it is still being written.
  static func remove(beside path: String, _ ownership: Ownership? = nil) {
    let (folder, name) = TemporaryName.split(path)
    remove(in: folder, ownership) { TemporaryName.isBeside($0, of: name) }
  }

  /// Removes what was to become a folder and lies inside it.
  static func remove(inside folder: String, _ ownership: Ownership? = nil) {
    remove(in: folder + "/", ownership, where: TemporaryName.isInside)
  }

  private static func remove(
    in folder: String, _ ownership: Ownership?, where isLeftover: (String) -> Bool
  ) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where isLeftover(name) {
      let path = folder + name
      guard let about = FileSystem.about(path, followingLinks: false),
        about.owner == FileSystem.user
      else { continue }
      switch about.kind {
      case .file: removeUnlocked(file: path)
      case .folder: removeUnlocked(folder: path, ownership)
      case .link, .other: continue
      }
    }
  }

  /// Removes an unfinished folder, its marker last, so that who is killed here leaves it known as one.
  static func removeUnfinished(_ folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name != marker {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    removeFile("\(folder)/\(marker)")
    FileSystem.removeEmptyFolder(folder)
  }

  private static func removeUnlocked(file path: String) {
    guard let file = try? Descriptor(existing: path), file.lock() else { return }
    removeFile(path)
  }

  /// A folder that is marked as unfinished goes with all it holds; any other only as far as it is ours.
  private static func removeUnlocked(folder path: String, _ ownership: Ownership?) {
    guard let folder = try? Descriptor(folder: path), folder.lock() else { return }
    if FileSystem.about("\(path)/\(marker)", followingLinks: false) != nil {
      removeUnfinished(path)
    } else if let listed = ownership?.listed(path) {
      FolderTree(path).remove(listed, mark: ownership?.mark)
    } else {
      FileSystem.removeEmptyFolder(path)
    }
  }
}
