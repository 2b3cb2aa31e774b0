import ComparativeStatics
import Diagnostics
import InputOutputTables

/// Reads the names of nodes, links, regions and products that a user writes for one table.
struct InspectionNames {
  private let table: InputOutputTable

  init(_ table: InputOutputTable) { self.table = table }

  /// The nodes that some texts name, each once, in the order of the texts; throws every mistake.
  func nodes(_ texts: [String]) throws(DiagnosticList) -> [Int] {
    var found: [Int] = []
    for node in try collect(texts, node).flatMap({ $0 }) where !found.contains(node) {
      found.append(node)
    }
    return found
  }

  /// The links that some texts name; throws every mistake.
  func links(_ texts: [String]) throws(DiagnosticList) -> [TradeLink] {
    try collect(texts, link).flatMap { $0 }
  }

  /// A region by code, or a country of it.
  func region(_ code: String) throws(InspectionProblem) -> Int {
    if let index = table.regions.firstIndex(where: { $0.code == code }) { return index }
    let codes = table.regions.map(\.code)
    let home = table.countries.first { $0.code == code }.map { codes[$0.region] }
    throw .unknownRegion(code, suggestion: home ?? nearest(code, in: codes), known: codes)
  }

  /// A product by the code or the name of its sector.
  func product(_ name: String) throws(InspectionProblem) -> Int {
    let wanted = name.lowercased()
    let index =
      table.sectors.firstIndex { $0.code == name }
      ?? table.sectors.firstIndex { $0.name.lowercased() == wanted || $0.nameJa == name }
    if let index { return index }
    throw .unknownProduct(name, suggestion: nearest(name, in: table.sectors.map(\.code)))
  }

  /// A share such as `10%` as 0.1.
  static func share(_ text: String, option: String) throws(DiagnosticList) -> Double {
    guard text.hasSuffix("%"), let value = Double(text.dropLast()), value.isFinite else {
      throw DiagnosticList([Diagnostic(.error, InspectionProblem.badShare(text, option: option))])
    }
    return value / 100
  }

  /// A share within bounds, such as `10%` as 0.1.
  static func share(
    _ text: String, option: String, within range: ClosedRange<Double>
  ) throws(DiagnosticList) -> Double {
    let value = try share(text, option: option)
    guard range.contains(value) else {
      let bounds = "\(Int(range.lowerBound * 100))% – \(Int(range.upperBound * 100))%"
      throw DiagnosticList([
        Diagnostic(
          .error, InspectionProblem.shareOutOfRange(text, option: option, range: bounds))
      ])
    }
    return value
  }

  private func collect<Found>(
    _ texts: [String], _ read: (String) throws(InspectionProblem) -> Found
  ) throws(DiagnosticList) -> [Found] {
    var found: [Found] = []
    var problems: [Diagnostic] = []
    for text in texts {
      do throws(InspectionProblem) {
        found.append(try read(text))
      } catch {
        problems.append(Diagnostic(.error, error))
      }
    }
    if !problems.isEmpty { throw DiagnosticList(problems) }
    return found
  }

  /// The nodes of a label, of `REGION.SECTOR`, or of either with `*`.
  private func node(_ text: String) throws(InspectionProblem) -> [Int] {
    if let index = table.nodeLabels.firstIndex(of: text) { return [index] }
    guard let point = text.firstIndex(of: ".") else {
      throw .unknownNode(text, suggestion: nearest(text, in: table.nodeLabels))
    }
    let (home, made) = (String(text[..<point]), String(text[text.index(after: point)...]))
    let regions = try home == "*" ? Array(table.regions.indices) : [region(home)]
    let products = try made == "*" ? Array(table.sectors.indices) : [product(made)]
    let found = table.nodeLabels.indices.filter {
      regions.contains(table.nodeRegion[$0]) && products.contains(table.nodeSector[$0])
    }
    if found.isEmpty { throw .noSuchNode(text) }
    return found
  }

  /// The links of `EXPORTER>IMPORTER:PRODUCT`; `*` stands for all of a kind.
  private func link(_ text: String) throws(InspectionProblem) -> [TradeLink] {
    guard let arrow = text.firstIndex(of: ">") else { throw .badLink(text) }
    let rest = text[text.index(after: arrow)...]
    guard let colon = rest.firstIndex(of: ":") else { throw .badLink(text) }
    let parts = [text[..<arrow], rest[..<colon], rest[rest.index(after: colon)...]].map {
      $0.split(separator: " ").joined(separator: " ")
    }
    if parts.contains("") { throw .badLink(text) }
    let exporters = try parts[0] == "*" ? Array(table.regions.indices) : [region(parts[0])]
    let importers = try parts[1] == "*" ? Array(table.regions.indices) : [region(parts[1])]
    let products = try parts[2] == "*" ? Array(table.sectors.indices) : [product(parts[2])]
    let found = exporters.flatMap { exporter in
      importers.filter { $0 != exporter }.flatMap { importer in
        products.map { TradeLink(exporter: exporter, importer: importer, product: $0) }
      }
    }
    if found.isEmpty { throw .ownLink(text) }
    return found
  }
}
