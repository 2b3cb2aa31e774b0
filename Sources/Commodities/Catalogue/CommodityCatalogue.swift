package import Diagnostics
internal import Files

/// The critical commodities that this program knows, and the way to read others.
package enum CommodityCatalogue {
  /// The commodities compiled into the program, in order of their folders.
  package static func bundled() throws(DiagnosticList) -> [Commodity] {
    var commodities: [Commodity] = []
    for (folder, files) in bundledFolders {
      commodities.append(try load(folder: files, name: "commodities/\(folder)"))
    }
    return commodities
  }

  /// Reads a commodity from the files of its folder, `name` being what messages call the folder.
  ///
  /// Files that do not end in `.csv` are passed over; every mistake is thrown at once.
  package static func load(
    folder files: [(name: String, bytes: [UInt8])], name: String
  ) throws(DiagnosticList) -> Commodity {
    try CommodityBuilder.build(files, name: name)
  }

  /// The compiled-in files by folder, in order.
  package static var bundledFolders: [(name: String, files: [(name: String, bytes: [UInt8])])] {
    var folders: [(name: String, files: [(name: String, bytes: [UInt8])])] = []
    for path in BundledData.paths(in: "commodities") {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count == 3, let bytes = BundledData.bytes(of: path) else { continue }
      if folders.last?.name != parts[1] { folders.append((parts[1], [])) }
      folders[folders.count - 1].files.append((parts[2], bytes))
    }
    return folders
  }
}
