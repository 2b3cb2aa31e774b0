/// Texts and whole numbers as bytes, in the order that `BinaryFields` reads them.
struct BinaryText {
  var bytes: [UInt8] = []

  mutating func append(_ number: Int) {
    let bits = UInt64(bitPattern: Int64(number))
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes += Array(text.utf8)
  }

  mutating func append(_ texts: [String]) {
    append(texts.count)
    for text in texts { append(text) }
  }

  mutating func append(_ numbers: [Int]) {
    append(numbers.count)
    for number in numbers { append(number) }
  }

  /// Everything of a table but its flows.
  mutating func append(_ table: InputOutputTable) {
    let about = table.description
    append([about.name, about.moneyUnit, about.source, about.licence, about.sha256])
    append(about.year.map { [$0] } ?? [])
    append(table.separator)
    append(table.regions.flatMap { [$0.code, $0.name, $0.nameJa] })
    append(table.sectors.flatMap { [$0.code, $0.name, $0.nameJa] })
    append(table.countries.map(\.code))
    append(table.countries.map(\.region))
    append(table.nodeLabels)
    append(table.nodeRegion)
    append(table.nodeSector)
    append(table.finalDemandLabels)
    append(table.finalDemandRegion)
    append(table.primaryInputLabels)
    append(table.primaryInputKinds.map(\.rawValue))
  }
}
