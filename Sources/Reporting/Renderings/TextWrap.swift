import Diagnostics

/// Breaks a text into lines of at most `width` columns: at spaces, and beside wide characters.
package func wrapped(_ text: String, to width: Int) -> [String] {
  precondition(width >= 2, "wrapped: \(width) columns cannot hold a wide character")
  var lines: [String] = []
  var line = ""
  for piece in pieces(of: text).flatMap({ fragments(of: $0, width: width) }) {
    if !line.isEmpty, displayWidth(line) + displayWidth(trimmedEnd(piece)) > width {
      lines.append(trimmedEnd(line))
      line = ""
    }
    line += piece
  }
  return lines + [trimmedEnd(line)]
}

/// Columns of the widest piece of a text that is not broken.
func widestPiece(of text: String) -> Int {
  pieces(of: text).map { displayWidth(trimmedEnd($0)) }.max() ?? 0
}

/// A text with spaces added to fill a width, on the left or on the right.
func padded(_ text: String, to width: Int, right: Bool) -> String {
  let blank = String(repeating: " ", count: max(0, width - displayWidth(text)))
  return right ? blank + text : text + blank
}

/// Words with the blanks after them; wide characters alone, unless a mark may not be parted.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var last: Character?
  for character in text {
    if let before = last, !mayBreak(between: before, and: character) {
      pieces[pieces.count - 1].append(character)
    } else {
      pieces.append(String(character))
    }
    last = character
  }
  return pieces
}

private func mayBreak(between before: Character, and after: Character) -> Bool {
  if after == " " || neverFirst.contains(after) || neverLast.contains(before) { return false }
  return before == " " || displayWidth(before) > 1 || displayWidth(after) > 1
}

/// A piece as it is, or cut into parts where it is wider than a line.
private func fragments(of piece: String, width: Int) -> [String] {
  if displayWidth(trimmedEnd(piece)) <= width { return [piece] }
  var parts = [""]
  for character in piece {
    let part = parts[parts.count - 1]
    if displayWidth(part) + displayWidth(character) > width { parts.append("") }
    parts[parts.count - 1].append(character)
  }
  return parts
}

private func trimmedEnd(_ text: String) -> String {
  var text = text[...]
  while text.last == " " { text.removeLast() }
  return String(text)
}

/// Marks that begin no line (the usual rule of Japanese setting).
private let neverFirst: Set<Character> = [
  "、", "。", "，", "．", "・", "：", "；", "」", "』", "）", "】", "ー", "々", "ぁ", "ぃ", "ぅ", "ぇ",
  "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "%", "％", ")", "]",
]

/// Marks that end no line.
private let neverLast: Set<Character> = ["「", "『", "（", "【", "(", "["]
