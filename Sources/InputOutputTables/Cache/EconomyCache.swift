import Files

/// The file of an economy folder that holds its table in binary.
package let economyCacheName = "table.bin"

/// SHA-256 of an economy: of a line `<sha256>  <name>` a file, sorted by name.
package func economySHA256(_ files: [String: String]) -> String {
  let lines = files.keys.sorted().map { "\(files[$0] ?? "")  \($0)\n" }
  return sha256Hex(Array(lines.joined().utf8))
}

/// What the table in binary of a folder depends on: name, size and time of each file that is read.
package func economyCacheKey(folder: String, name: String) -> String {
  let files = [
    "economy.csv", "Z.csv", "Y.csv", "VA.csv", "x.csv", "sectors.csv", "regions.csv",
    "countries.csv",
  ]
  let lines = files.flatMap { [$0, $0 + ".gz"] }.compactMap { file in
    FileStamp("\(folder)/\(file)").map { "\(file) \($0.size) \($0.modified)" }
  }
  return (["economy \(name)"] + lines).joined(separator: "\n")
}
