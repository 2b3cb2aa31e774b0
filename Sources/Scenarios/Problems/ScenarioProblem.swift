/// What can be wrong with a scenario, a family of problems each: `Shape`, `Amount`, `Moment`, `Name`, `Combination`, `Remark`.
package enum ScenarioProblem {
  /// Names in backquotes with commas; the tenth and later are left out.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 12 ? shown + ", …" : shown
  }
}
