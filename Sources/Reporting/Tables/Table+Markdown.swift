package import Diagnostics
import Scenarios

extension Table {
  /// The table as GitHub Markdown: title as a heading, columns aligned, notes as a list.
  package func markdown(in language: Language) -> String {
    let rows = ([headings(in: language)] + shownRows(in: language)).map { $0.map(escaped) }
    let widths = columns.indices.map { column in
      max(3, rows.map { displayWidth($0[column]) }.max() ?? 0)
    }
    let lines = rows.map { row in
      columns.indices.map { padded(row[$0], to: widths[$0], right: columns[$0].isNumber) }
    }
    let rule = columns.indices.map { column in
      String(repeating: "-", count: widths[column] - 1) + (columns[column].isNumber ? ":" : "-")
    }
    let table = ([lines[0], rule] + lines.dropFirst()).map {
      "| " + $0.joined(separator: " | ") + " |"
    }
    let notes = shownNotes(in: language).map { "- " + escaped($0) }
    return
      (["### " + escaped(oneLine(title.text(in: language))), ""] + table
      + (notes.isEmpty ? [] : [""] + notes)).joined(separator: "\n") + "\n"
  }
}

/// A text that Markdown shows as it is, in a cell, a heading or an item of a list.
private func escaped(_ text: String) -> String {
  let characters = Array(text)
  var shown = ""
  for (index, character) in characters.enumerated() {
    let isFirst = index == 0 && "#>+-=".contains(character)
    if isFirst || special.contains(character) || isEmphasis(at: index, in: characters) {
      shown += "\\"
    }
    shown.append(character)
  }
  return shown
}

private let special: Set<Character> = ["\\", "|", "`", "*", "<", "[", "]", "~", "&", "$"]

/// An underscore inside a word is only a letter; anywhere else it may begin or end emphasis.
private func isEmphasis(at index: Int, in text: [Character]) -> Bool {
  guard text[index] == "_" else { return false }
  let isInside = index > 0 && index + 1 < text.count
  return !(isInside && isWordPart(text[index - 1]) && isWordPart(text[index + 1]))
}

private func isWordPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
