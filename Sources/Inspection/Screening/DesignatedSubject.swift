import Diagnostics
import Files

/// One thing that stands for a designated product: a commodity, a material, or a sector as a proxy.
struct DesignatedSubject {
  let product: Bilingual
  /// The part of the product, such as `gallium`; empty for all of it.
  let item: Bilingual
  /// Name of the commodity; empty for a proxy by sector.
  let commodity: String
  /// Name of the material in the European Union's assessment; may be empty.
  let material: String
  /// The sector of the 35 that makes it.
  let sector: String
  let note: String

  /// The product, and its part.
  var name: Bilingual {
    item.en.isEmpty
      ? product : Bilingual("\(product.en): \(item.en)", "\(product.ja)：\(item.ja)")
  }

  /// The bundled subjects in order.
  static func bundled() throws(DiagnosticList) -> [DesignatedSubject] {
    try DesignationFile.rows("subjects.csv").map { row in
      DesignatedSubject(
        product: Bilingual(row["subject"], row["subject_ja"]),
        item: Bilingual(row["item"], row["item_ja"]), commodity: row["commodity"],
        material: row["material"], sector: row["sector"], note: row["note"])
    }
  }
}

/// A row of a bundled file by its columns.
struct DesignationFile {
  private let cells: [String: String]

  subscript(column: String) -> String { cells[column] ?? "" }

  /// The rows of a file of the bundled folder; none if it is not there.
  static func rows(_ name: String) throws(DiagnosticList) -> [DesignationFile] {
    guard let bytes = BundledData.bytes(of: "designation/\(name)") else { return [] }
    let table = try CSVTable(Source(name: name, bytes: bytes))
    return table.rows.map { row in
      DesignationFile(
        cells: Dictionary(zip(table.header, row), uniquingKeysWith: { first, _ in first }))
    }
  }
}
