internal import Files
internal import LinearAlgebra

extension FolderWriter {
  /// The files of a table in the text layout of pymrio (Stadler 2021), which `pymrio.load` reads.
  ///
  /// Z.txt, Y.txt, x.txt, unit.txt and value added as the extension `factor_inputs`, tab-separated;
  /// file_parameters.json tells their headers. Tabs and line ends in names become spaces.
  package static func pymrio(_ table: InputOutputTable, provenance: String) -> [File] {
    let regions = table.nodeRegion.map { plain(table.regions[$0].code) }
    let sectors = table.nodeSector.map { plain(table.sectors[$0].code) }
    let nodes = zip(regions, sectors).map { "\($0)\t\($1)" }
    let unit = plain(table.description.moneyUnit)
    let homes = table.finalDemandRegion.map { plain(table.regions[$0].code) }
    let categories = zip(table.finalDemandLabels, homes).map { label, home in
      let prefix = home + (table.separator.isEmpty ? "_" : table.separator)
      return plain(label.hasPrefix(prefix) ? String(label.dropFirst(prefix.count)) : label)
    }
    let output = Matrix(rows: table.nodeCount, columns: 1, elements: table.grossOutput)
    // The layout has no place for kinds: a name that does not say its row's kind gets it behind it.
    let items = zip(table.primaryInputLabels, table.primaryInputKinds).map { label, kind in
      plain(
        (PrimaryInputKind(label: label) ?? .valueAdded) == kind
          ? label : "\(label) (\(kind.rawValue))")
    }
    return [
      ("Z.txt", framed(table.intermediateUse, nodes, [regions, sectors], "sector")),
      ("Y.txt", framed(table.finalDemand, nodes, [homes, categories], "category")),
      ("x.txt", listed(output, nodes, "region\tsector\tindout")),
      ("unit.txt", text(["region\tsector\tunit"] + nodes.map { "\($0)\t\(unit)" })),
      (
        "file_parameters.json",
        parameters(["Z": (2, 2), "Y": (2, 2), "x": (2, 1), "unit": (2, 1)])
      ),
      ("factor_inputs/F.txt", factors(table.primaryInputs, items, regions, sectors)),
      ("factor_inputs/unit.txt", text(["inputtype\tunit"] + items.map { "\($0)\t\(unit)" })),
      (
        "factor_inputs/file_parameters.json",
        parameters(["F": (1, 2), "unit": (1, 1)], extension: "Factor Inputs")
      ),
      ("provenance.txt", Array(provenance.utf8)),
    ]
  }

  /// A matrix under two header lines, with region and sector before each row.
  private static func framed(
    _ matrix: Matrix, _ rows: [String], _ heads: [[String]], _ second: String
  ) -> [UInt8] {
    var bytes = text([
      "region\t\t" + heads[0].joined(separator: "\t"),
      "\(second)\t\t" + heads[1].joined(separator: "\t"),
      "region\tsector" + String(repeating: "\t", count: matrix.columns),
    ])
    append(matrix, rows, to: &bytes)
    return bytes
  }

  private static func factors(
    _ items: Matrix, _ names: [String], _ regions: [String], _ sectors: [String]
  ) -> [UInt8] {
    var bytes = text([
      "region\t" + regions.joined(separator: "\t"), "sector\t" + sectors.joined(separator: "\t"),
      "inputtype" + String(repeating: "\t", count: items.columns),
    ])
    append(items, names, to: &bytes)
    return bytes
  }

  private static func listed(_ matrix: Matrix, _ rows: [String], _ head: String) -> [UInt8] {
    var bytes = text([head])
    append(matrix, rows, to: &bytes)
    return bytes
  }

  private static func append(_ matrix: Matrix, _ rows: [String], to bytes: inout [UInt8]) {
    for (i, row) in rows.enumerated() {
      bytes += row.utf8
      for j in 0..<matrix.columns {
        bytes.append(UInt8(ascii: "\t"))
        CSVText.append(matrix[i, j], to: &bytes)
      }
      bytes.append(.lineFeed)
    }
  }

  /// file_parameters.json: numbers of index columns and header lines by file.
  private static func parameters(
    _ files: [String: (index: Int, header: Int)], extension name: String? = nil
  ) -> [UInt8] {
    let entries = files.sorted { $0.key < $1.key }.map { key, count in
      """
              "\(key)": {
                  "name": "\(key).txt",
                  "nr_index_col": "\(count.index)",
                  "nr_header": "\(count.header)"
              }
      """
    }
    let kind =
      name.map { "\"systemtype\": \"Extension\",\n    \"name\": \"\($0)\"" }
      ?? "\"systemtype\": \"IOSystem\""
    return text([
      "{", "    \"files\": {", entries.joined(separator: ",\n"), "    },", "    \(kind)", "}",
    ])
  }

  private static func text(_ lines: [String]) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private static func plain(_ name: String) -> String {
    String(
      name.unicodeScalars.map { ["\t", "\n", "\r"].contains($0) ? " " : Character($0) })
  }
}
