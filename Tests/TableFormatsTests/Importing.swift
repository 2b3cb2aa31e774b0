import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

import TableFormats

/// One way to lay out the small world: a format, its files, and the world that must come back.
struct Delivery: Sendable, CustomTestStringConvertible {
  let name: String
  let format: ProviderFormat
  /// Files of the folder that is imported, by path.
  let files: [String: [UInt8]]
  /// The file to name instead of the folder; nil for the folder.
  let file: String?

  init(_ name: String, _ format: ProviderFormat, _ files: [String: [UInt8]], file: String? = nil) {
    (self.name, self.format, self.files) = (name, format, files)
    self.file = file ?? (files.count == 1 ? files.keys.first : nil)
  }

  var testDescription: String { name }

  /// The delivery with one file changed.
  func changed(_ file: String, _ change: ([UInt8]) -> [UInt8]) -> Delivery {
    var files = files
    files[file] = change(files[file] ?? [])
    return Delivery(name, format, files, file: self.file)
  }
}

/// Imports a delivery from a folder of its own.
func imported(
  _ delivery: Delivery, year: Int? = nil, region: String? = nil
) throws -> ImportedTable {
  try withDelivery(delivery) {
    try TableImport.read(delivery.format, $0, year: year, region: region)
  }
}

/// Writes a delivery to a folder and hands its path, or its file's.
func withDelivery<Result>(_ delivery: Delivery, _ body: (String) throws -> Result) throws -> Result
{
  try withTemporaryFolder { folder in
    for (name, bytes) in delivery.files {
      let path = "\(folder)/\(name)"
      let parent = URL(filePath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try write(bytes, to: path)
    }
    return try body(delivery.file.map { "\(folder)/\($0)" } ?? folder)
  }
}

/// Writes an imported table as an economy folder.
func writeEconomy(_ imported: ImportedTable, to path: String) throws {
  var folder = try EconomyFolder(path)
  try folder.write(imported)
}

/// The messages that an import ends in; empty if it succeeds.
func failures(
  _ delivery: Delivery, year: Int? = nil, region: String? = nil
) throws -> [Diagnostic] {
  do {
    _ = try imported(delivery, year: year, region: region)
    return []
  } catch let list as DiagnosticList {
    return list.diagnostics
  }
}

/// A text file changed by replacing a text once.
func replacing(_ old: String, with new: String) -> ([UInt8]) -> [UInt8] {
  { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    guard let range = text.firstRange(of: old) else { return [] }
    return Array(text.replacingCharacters(range, with: new).utf8)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
