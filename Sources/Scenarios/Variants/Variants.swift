import Diagnostics
import ScenarioText

/// Applies the changes of a file's variants to its document.
enum Variants {
  /// A document for every variant, in the file's order, and what is wrong with the changes.
  static func documents(
    _ document: Document, _ field: ScenarioReader.Field?
  ) -> (documents: [(name: String, document: Document)], messages: [Diagnostic]) {
    guard let field else { return ([], []) }
    guard let variants = field.node.mapping else {
      return ([], [needsMapping(field.key.name, field.key.example, field.node)])
    }
    var documents: [(name: String, document: Document)] = []
    var messages: [Diagnostic] = []
    for variant in variants where variant.value.text != LeverEntry.off {
      do throws(DiagnosticList) {
        documents.append((variant.key, try changed(document, variant)))
      } catch {
        messages += error.diagnostics
      }
    }
    return (documents, messages)
  }

  private static func changed(
    _ document: Document, _ variant: Node.Entry
  ) throws(DiagnosticList) -> Document {
    guard let changes = variant.value.mapping else {
      throw DiagnosticList([needsMapping(variant.key, "{responses: []}", variant.value)])
    }
    var changed = document
    var mistakes: [Diagnostic] = []
    for change in changes {
      do throws(DiagnosticList) {
        changed = try applying(change, at: change.key, to: changed)
      } catch {
        mistakes += error.diagnostics
      }
    }
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return changed
  }

  /// Sets a value; a mapping for a group changes only the keys that it names.
  private static func applying(
    _ change: Node.Entry, at path: String, to document: Document
  ) throws(DiagnosticList) -> Document {
    let first = String(path.prefix { $0 != "." && $0 != "[" })
    if ["sonae", "economy", "economies", "commodities", "variants", "uncertainty"].contains(first) {
      throw DiagnosticList([
        Diagnostic(
          .error, ScenarioProblem.Combination.fixedInVariants(first), at: change.keyPlace)
      ])
    }
    guard case .mapping(let inner) = change.value.content, merges(inner, at: path, of: document)
    else {
      return try document.setting(path: path, at: change.keyPlace, value: change.value)
    }
    var changed = document
    for entry in inner {
      changed = try applying(entry, at: path + "." + entry.key, to: changed)
    }
    return changed
  }

  /// Whether a mapping at a path names keys of the table, so that the others stay.
  private static func merges(
    _ entries: [Node.Entry], at path: String, of document: Document
  ) -> Bool {
    guard !entries.isEmpty else { return false }
    let general = KeyTable.general(path)
    if KeyTable.key(general)?.type == .group { return true }
    // An entry of a list such as `shocks[0]`: its kind stays or the whole entry is replaced.
    guard general.hasSuffix("[]"), let list = document.root[String(general.dropLast(2))]?.list,
      let index = Int(path.dropFirst(general.count - 1).dropLast()), list.indices.contains(index)
    else { return false }
    return list[index].mapping?.map { $0.key } == entries.map { $0.key }
  }

  private static func needsMapping(_ key: String, _ example: String, _ node: Node) -> Diagnostic {
    Diagnostic(
      .error, ScenarioProblem.Shape.needsMapping(key, example: "\(key): \(example)"),
      at: node.place)
  }
}
