/// The way from a document's root to a node, such as `shocks[0].closure.for`; `[+]` is a new last item.
struct Path {
  /// One step of the way.
  enum Step {
    /// Into a mapping.
    case key(String)
    /// Into a list, from 0.
    case index(Int)
    /// Past the end of a list, which gets one item more.
    case append
  }

  /// Steps with their byte offsets in the text of the path.
  let steps: [(step: Step, range: Range<Int>)]

  /// Steps that a path has at most.
  static let limit = 64

  /// Reads a path; nil if it is not one. Keys with `.`, `[` or `=` are quoted, single or double.
  init?(_ text: some Collection<UInt8>) {
    var reader = PathReader(bytes: Array(text))
    guard let steps = reader.read(), steps.count <= Path.limit else { return nil }
    self.steps = steps
  }

  /// The first steps as text, for a message.
  func text(of count: Int) -> String {
    steps.prefix(count).reduce("") { path, step in
      switch step.step {
      case .index(let index): "\(path)[\(index)]"
      case .append: "\(path)[+]"
      case .key(let key): path.isEmpty ? quotedIfNeeded(key) : path + "." + quotedIfNeeded(key)
      }
    }
  }

  private func quotedIfNeeded(_ key: String) -> String {
    key.contains { ".[]=\"'".contains($0) } ? "\"\(key)\"" : key
  }
}

private struct PathReader {
  let bytes: [UInt8]
  var position = 0

  var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func read() -> [(step: Path.Step, range: Range<Int>)]? {
    var steps: [(step: Path.Step, range: Range<Int>)] = []
    repeat {
      let start = position
      guard let step = readStep(isFirst: steps.isEmpty) else { return nil }
      steps.append((step, start..<position))
    } while byte != nil
    return steps
  }

  private mutating func readStep(isFirst: Bool) -> Path.Step? {
    if byte == UInt8(ascii: "[") { return readIndex() }
    if !isFirst {
      guard byte == UInt8(ascii: ".") else { return nil }
      position += 1
    }
    if let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return readQuoted(quote)
    }
    let start = position
    while let byte, byte != UInt8(ascii: "."), byte != UInt8(ascii: "[") { position += 1 }
    return position > start ? .key(text(start..<position)) : nil
  }

  private mutating func readIndex() -> Path.Step? {
    let start = position + 1
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    position = end + 1
    let digits = bytes[start..<end]
    if digits.elementsEqual([UInt8(ascii: "+")]) { return .append }
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text(start..<end)).map { .index($0) }
  }

  /// Reads a quoted key; a quote inside is doubled.
  private mutating func readQuoted(_ quote: UInt8) -> Path.Step? {
    var key: [UInt8] = []
    position += 1
    while let byte {
      position += 1
      if byte == quote {
        guard self.byte == quote else { return .key(String(decoding: key, as: UTF8.self)) }
        position += 1
      }
      key.append(byte)
    }
    return nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
