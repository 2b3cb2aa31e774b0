/// A text that Markdown shows as it is: in a cell, a heading, a paragraph or an item of a list.
///
/// What HTML would read is an entity, since some programs pass HTML through in spite of a backslash.
package func escapedMarkdown(_ text: String) -> String {
  let characters = Array(oneLine(text))
  var shown = ""
  for (index, character) in characters.enumerated() {
    if let entity = entities[character] {
      shown += entity
      continue
    }
    let isFirst = index == 0 && "#+-=".contains(character)
    if isFirst || special.contains(character) || isEmphasis(at: index, in: characters) {
      shown += "\\"
    }
    shown.append(character)
  }
  return shown
}

private let entities: [Character: String] = ["<": "&lt;", ">": "&gt;"]

private let special: Set<Character> = ["\\", "|", "`", "*", "[", "]", "~", "&", "$"]

/// An underscore inside a word is only a letter; anywhere else it may begin or end emphasis.
private func isEmphasis(at index: Int, in text: [Character]) -> Bool {
  guard text[index] == "_" else { return false }
  let isInside = index > 0 && index + 1 < text.count
  return !(isInside && isWordPart(text[index - 1]) && isWordPart(text[index + 1]))
}

private func isWordPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
