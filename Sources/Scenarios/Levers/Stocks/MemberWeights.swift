package import Commodities
import Diagnostics
import Quantities

/// What the parts of members who share something follow.
package enum MemberWeights: Sendable, Hashable {
  /// Their use.
  case use
  /// What they import.
  case netImports
  /// Stated weights.
  case stated([Partner: Double])

  /// A member's weight by a commodity's figures; nil if it has none.
  package func weight(of member: Partner, _ importers: [Commodity.Importer]) -> Double? {
    let importer = importers.first { $0.code == member.code }
    return switch self {
    case .use: importer?.use.value
    // Where imports have no figure, all of use is imported, as elsewhere.
    case .netImports: (importer?.imports.value ?? importer?.use.value).map { max(0, $0) }
    case .stated(let stated): stated[member]
    }
  }

  /// Reads a word, `use` by the key's own, or a weight for every member.
  static func read(
    _ field: ScenarioReader.Field?, use word: String, members: [Partner]?,
    _ reader: inout ScenarioReader
  ) -> MemberWeights? {
    guard let field else { return nil }
    switch field.node.text {
    case word: return .use
    case "net imports": return .netImports
    case let text?:
      reader.reportWord(text, field)
      return nil
    case nil: break
    }
    guard let stated = reader.partnerAmounts(field) else { return nil }
    reader.requireMembers(field, members ?? [])
    for member in members ?? [] where !stated.contains(where: { $0.name == member }) {
      reader.report(
        ScenarioProblem.Combination.memberLeftOut(member.code, key: field.key.name),
        at: field.place)
      return nil
    }
    return .stated(Dictionary(stated.map { ($0.name, $0.amount) }, uniquingKeysWith: { $1 }))
  }
}
