package import Diagnostics

/// The critical commodities that this program knows, and the way to read others.
package enum CommodityCatalogue {
  /// Reads a commodity from the files of its folder, `name` being what messages call the folder.
  ///
  /// Files that do not end in `.csv` are passed over; every mistake is thrown at once.
  package static func load(
    folder files: [(name: String, bytes: [UInt8])], name: String
  ) throws(DiagnosticList) -> Commodity {
    try CommodityBuilder.build(files, name: name)
  }
}
