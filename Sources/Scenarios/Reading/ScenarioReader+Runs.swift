import Diagnostics
import ScenarioText

extension ScenarioReader {
  /// What the report shows.
  mutating func reportOptions(_ field: Field?) -> ReportOptions? {
    guard let group = group(field) else { return nil }
    let regions = regions(group["regions"])
    let tables = tables(group["tables"])
    let languages = texts(group["language"])
    if let field = group["language"], let languages {
      for language in languages where !field.key.words.contains(language) {
        reportWord(language, field)
        return nil
      }
    }
    let discount = number(group["discount"])
    let probability = number(group["probability"])
    guard let regions, let tables, let languages, let discount,
      group["probability"] == nil || probability != nil
    else { return nil }
    return ReportOptions(
      regions: regions, tables: tables, languages: languages, probability: probability,
      discount: discount)
  }

  /// Tables by name; none stands for all of them.
  private mutating func tables(_ field: Field?) -> [ReportTable]? {
    guard let field, let names = texts(field) else { return nil }
    if names == ["all"] { return [] }
    let nodes = field.node.list ?? [field.node]
    let found = zip(names, nodes).compactMap { name, node -> ReportTable? in
      if let table = ReportTable(rawValue: name) { return table }
      let known = ReportTable.allCases.map { $0.rawValue }
      report(
        ScenarioProblem.Amount.notAChoice(
          name, key: field.key.name, accepted: ["all"] + known,
          suggestion: nearest(name, in: known)), at: node.place)
      return nil
    }
    return found.count == names.count ? found : nil
  }

  /// The texts of a list, or one text.
  mutating func texts(_ field: Field?) -> [String]? {
    guard let field else { return nil }
    guard case .sequence(let nodes) = field.node.content else { return text(field).map { [$0] } }
    if nodes.isEmpty {
      report(
        ScenarioProblem.Shape.empty(field.key.name, example: Self.line(field.key)),
        at: field.node.place)
      return nil
    }
    let texts = nodes.compactMap { text($0, field.key) }
    return texts.count == nodes.count ? texts : nil
  }
}
