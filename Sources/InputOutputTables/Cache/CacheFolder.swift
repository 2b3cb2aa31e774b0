import Files
import FoundationEssentials

/// The folder where a user's tables are kept in binary: their own, closed to everyone else.
///
/// A folder that others can write, or that belongs to another user, is not trusted and not used.
package struct CacheFolder: Sendable {
  /// Where it is.
  package let path: String
  /// Sources smaller than so many bytes are read as fast as a cache.
  package let leastBytes: Int

  /// All that is kept takes at most so many bytes, the newest aside.
  private static let largestTotal = 4 << 30
  private static let ending = ".table"

  /// Names a folder; it is made when there is something to keep.
  package init(_ path: String, leastBytes: Int = 1 << 19) {
    self.path = path
    self.leastBytes = leastBytes
  }

  /// `sonae` in XDG_CACHE_HOME, else in `.cache` of the home folder; nil if there is neither.
  package static func ofUser() -> CacheFolder? {
    let environment = ProcessInfo.processInfo.environment
    let stated = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.cache" : nil }
    return (stated ?? home).map { CacheFolder("\($0)/sonae") }
  }

  /// Whether the folder is the user's own, is no link, and nobody else may write into it.
  private var isTrusted: Bool {
    guard let about = FileSystem.about(path, followingLinks: false) else { return false }
    return about.kind == .folder && about.owner == FileSystem.user
      && about.permissions & 0o022 == 0
  }

  /// Where the table of a key is kept.
  package func path(of key: String) -> String {
    "\(path)/\(sha256Hex(Array(key.utf8)).prefix(40))\(Self.ending)"
  }

  /// The table of a key; nil if it is not kept.
  package func table(of key: String) -> TableCache.Entry? {
    let place = path(of: key)
    guard isTrusted, let about = FileSystem.about(place, followingLinks: false),
      about.kind == .file,
      about.owner == FileSystem.user, about.permissions & 0o022 == 0
    else { return nil }
    return TableCache.read(place, key: key)
  }

  /// Keeps a table, the folder made for it alone; without room or permission nothing happens, and
  /// only the next start is slower.
  package func keep(_ table: InputOutputTable, notes: [String] = [], key: String) {
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard isTrusted else { return }
    TableCache.write(table, notes: notes, key: key, to: path(of: key))
    makeRoom()
  }

  /// Removes the oldest tables until the rest fit.
  private func makeRoom() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    var kept: [(age: Int, place: String, size: Int)] = []
    for name in names.sorted() where name.hasSuffix(Self.ending) {
      let place = "\(path)/\(name)"
      guard let about = FileSystem.about(place, followingLinks: false) else { continue }
      kept.append((-about.modified, place, about.size))
    }
    var total = 0
    for (index, entry) in kept.sorted(by: { $0.age < $1.age }).enumerated() {
      total += entry.size
      if index > 0, total > Self.largestTotal { removeFile(entry.place) }
    }
  }
}
