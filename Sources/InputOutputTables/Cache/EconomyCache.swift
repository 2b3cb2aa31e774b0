import Files

/// SHA-256 of an economy: of a line `<sha256>  <name>` a file, sorted by name.
package func economySHA256(_ files: [String: String]) -> String {
  let lines = files.keys.sorted().map { "\(files[$0] ?? "")  \($0)\n" }
  return sha256Hex(Array(lines.joined().utf8))
}

/// What the table of a folder depends on: the version of its reader, and each file's contents.
func economyCacheKey(name: String, _ files: [String: [UInt8]]) -> String {
  let lines = files.keys.sorted().map { "\(sha256Hex(files[$0] ?? []))  \($0)" }
  return (["economy \(EconomyReader.version) \(name)"] + lines).joined(separator: "\n")
}

extension EconomyFiles {
  /// Names of all files that an economy may have.
  static let names = [
    "economy.csv", "Z.csv", "Y.csv", "VA.csv", "x.csv", "sectors.csv", "regions.csv",
    "countries.csv",
  ]
}
