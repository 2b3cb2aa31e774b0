/// Files and folders by their paths.
package enum FileSystem {
  /// What lies at a path.
  package struct About: Sendable, Hashable {
    /// Kinds of things that a path leads to.
    package enum Kind: Sendable {
      case file, folder, link, other
    }

    /// What it is.
    package let kind: Kind
    /// Bytes of a file.
    package let size: Int
    /// Who owns it.
    package let owner: UInt32
    /// Permissions: the last twelve bits.
    package let permissions: UInt32
    /// When it was last changed, seconds since 1970.
    package let modified: Int
    let device: UInt64
    let inode: UInt64
  }

  /// What lies at a path; nil if there is nothing, or it cannot be looked at.
  package static func about(_ path: String, followingLinks: Bool = true) -> About? {
    guard !path.utf8.contains(0) else { return nil }
    return try? CLibrary.status(path, followingLinks: followingLinks)
  }

  /// Whether anything, a link too, lies at a path; throws if nothing ever can.
  static func isTaken(_ path: String) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try CLibrary.status(path, followingLinks: false)
      return true
    } catch {
      if error.isAbsence { return false }
      throw error
    }
  }

  /// The user that this program acts for.
  package static var user: UInt32 { CLibrary.user }

  /// Makes a folder; throws if anything lies there.
  static func makeFolder(_ path: String, permissions: UInt32 = 0o777) throws(SystemError) {
    try CLibrary.makeFolder(path, permissions: permissions)
  }

  static func setPermissions(_ permissions: UInt32, of path: String) {
    try? CLibrary.setPermissions(permissions, of: path)
  }

  /// Gives a file or folder another name in one step; a file or an empty folder there is replaced.
  static func rename(_ path: String, to target: String) throws(SystemError) {
    try CLibrary.move(path, to: target)
  }

  /// Lets two names trade places in one step; false where the file system cannot.
  static func exchange(_ one: String, _ other: String) throws(SystemError) -> Bool {
    try CLibrary.exchange(one, other)
  }

  /// Gives a file a name that nothing has yet.
  static func renameToFree(_ path: String, _ target: String) throws(SystemError) {
    try CLibrary.link(path, as: target)
    removeFile(path)
  }

  /// Removes an empty folder; false if it is none.
  @discardableResult
  static func removeEmptyFolder(_ path: String) -> Bool {
    (try? CLibrary.removeFolder(path)) != nil
  }

  /// The path without links and `..`; nil if it leads nowhere.
  static func resolved(_ path: String) -> String? { try? CLibrary.resolved(path) }
}

/// Removes a file; nothing happens if there is none.
package func removeFile(_ path: String) { try? CLibrary.removeFile(path) }
