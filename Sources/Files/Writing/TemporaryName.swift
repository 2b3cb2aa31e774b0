/// Names that files and folders have until they are whole.
///
/// Nobody can guess them, and what a killed run leaves is known by them: `.NAME.partial-`, then 32
/// hexadecimal digits.
enum TemporaryName {
  private static let mark = ".partial-"
  private static let digits = 32

  /// A new name beside a path.
  static func beside(_ path: String) -> String {
    let (folder, name) = split(path)
    return folder + prefix(name) + random()
  }

  /// A new name inside a folder.
  static func inside(_ folder: String) -> String { "\(folder)/\(mark)\(random())" }

  /// Whether a name is that of something unfinished inside a folder.
  static func isInside(_ name: String) -> Bool { isMade(name, prefix: mark) }

  /// Whether a name is that of something unfinished beside a file or folder of a name.
  static func isBeside(_ name: String, of whole: String) -> Bool {
    isMade(name, prefix: prefix(whole))
  }

  /// A path's folder, with the slash, and its last part.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("./", path) }
    let start = path.index(after: slash)
    return (String(path[..<start]), String(path[start...]))
  }

  /// A name too long to be made longer is replaced by its digest.
  private static func prefix(_ name: String) -> String {
    let kept = name.utf8.count > 150 ? String(sha256Hex(Array(name.utf8)).prefix(32)) : name
    return "." + kept + mark
  }

  private static func isMade(_ name: String, prefix: String) -> Bool {
    guard name.hasPrefix(prefix) else { return false }
    let rest = name.dropFirst(prefix.count)
    return rest.count == digits && rest.allSatisfy { $0.isHexDigit }
  }

  private static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<digits).map { _ in String(Int.random(in: 0..<16, using: &generator), radix: 16) }
      .joined()
  }
}
