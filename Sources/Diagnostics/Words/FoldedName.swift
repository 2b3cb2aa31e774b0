/// A name as it is compared with others: lower case, hyphens and underscores as spaces.
package func foldedName(_ text: String) -> String {
  String(text.lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
}
