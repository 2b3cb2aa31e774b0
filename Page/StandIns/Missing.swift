// What Embedded Swift has not and the sources use: part of each module of the page's engine.

/// Nothing is coded: the page stores nothing.
protocol Codable {}

extension String {
  /// The text with every occurrence of another replaced.
  func replacing(_ part: String, with other: String) -> String {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return self }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + wanted.count <= bytes.count,
        bytes[index..<index + wanted.count].elementsEqual(wanted)
      {
        result += other.utf8
        index += wanted.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The parts between occurrences of a text.
  func split(
    separator: String, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    let bytes = utf8
    let wanted = Array(separator.utf8)
    var parts: [Substring] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      if bytes[index...].starts(with: wanted) {
        if !omittingEmptySubsequences || start < index { parts.append(self[start..<index]) }
        index = bytes.index(index, offsetBy: wanted.count)
        start = index
      } else {
        index = bytes.index(after: index)
      }
    }
    if !omittingEmptySubsequences || start < endIndex { parts.append(self[start..<endIndex]) }
    return parts
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Where a text first occurs; nil if it does not.
  func firstRange(of text: String) -> Range<Index>? {
    let bytes = utf8
    let wanted = Array(text.utf8)
    var index = startIndex
    while true {
      if bytes[index...].starts(with: wanted) {
        return index..<bytes.index(index, offsetBy: wanted.count)
      }
      guard index < endIndex else { return nil }
      index = bytes.index(after: index)
    }
  }

  /// Whether a text occurs.
  func contains(_ text: String) -> Bool { firstRange(of: text) != nil }
}

extension Dictionary {
  /// The values of pairs by key, joined where a key comes twice.
  init<S: Sequence>(
    _ pairs: S, uniquingKeysWith joined: (Value, Value) -> Value
  ) where S.Element == (Key, Value) {
    self.init()
    for (key, value) in pairs {
      self[key] = self[key].map { joined($0, value) } ?? value
    }
  }
}

extension DefaultStringInterpolation {
  /// Embedded Swift prints no value that does not say how: sources that ask for it do not compile.
  @available(*, deprecated, message: "say what stands in the text: rawValue, or words")
  mutating func appendInterpolation<T>(_ value: T) {}
}
