import Diagnostics

/// The records of a part of a binary workbook ([MS-XLSB] 2.1.4): kind, size, payload.
///
/// No size is believed: payloads that are kept are bounded, others are passed over piece by piece.
struct BinaryRecords: ~Copyable {
  /// The largest payload of a record that is kept: a text of 32,767 letters with its formats.
  private static let largestPayload = 1 << 18
  private static let piece = 1 << 17

  private let file: InputFile
  private var stream: ByteStream
  private var bytes: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  /// Where the payload of the last record lies.
  private var payload = 0..<0

  init(_ file: InputFile, member: String) throws(DiagnosticList) {
    self.file = file
    stream = try InputFile(path: file.path, member: member).open()
  }

  /// Bytes of the payload.
  var count: Int { payload.count }

  /// What a part that breaks its own rules is refused with.
  var damage: DiagnosticList {
    DiagnosticList([Diagnostic(.error, ImportProblem.damaged(file.display))])
  }

  /// Moves to the next record of a kind that is wanted; nil at the end.
  mutating func next(where isWanted: (Int) -> Bool) throws(DiagnosticList) -> Int? {
    while try has(1) {
      let kind = try number(bytesAtMost: 2)
      let size = try number(bytesAtMost: 4)
      guard isWanted(kind) else {
        try skip(size)
        continue
      }
      guard size <= Self.largestPayload, try has(size) else { throw damage }
      payload = position..<(position + size)
      position += size
      return kind
    }
    return nil
  }

  /// A number of seven bits a byte, the lowest first; a byte's eighth bit says that more follow.
  private mutating func number(bytesAtMost limit: Int) throws(DiagnosticList) -> Int {
    var value = 0
    for place in 0..<limit {
      guard try has(1) else { throw damage }
      let byte = Int(bytes[position])
      position += 1
      value |= (byte & 0x7F) << (7 * place)
      if byte & 0x80 == 0 { break }
    }
    return value
  }

  /// Whether so many bytes are there, read if need be.
  private mutating func has(_ wanted: Int) throws(DiagnosticList) -> Bool {
    if bytes.count - position >= wanted { return true }
    bytes.removeSubrange(0..<position)
    position = 0
    while bytes.count < wanted, !isAtEnd {
      isAtEnd = try stream.read(Self.piece, into: &bytes) == 0
    }
    return bytes.count >= wanted
  }

  private mutating func skip(_ size: Int) throws(DiagnosticList) {
    var rest = size
    while rest > 0 {
      guard try has(1) else { throw damage }
      let step = min(rest, bytes.count - position)
      position += step
      rest -= step
    }
  }
}

extension BinaryRecords {
  /// A whole number of four bytes in the payload; nil beyond its end.
  func word(at offset: Int) -> UInt32? {
    guard offset >= 0, offset + 4 <= payload.count else { return nil }
    let start = payload.lowerBound + offset
    return (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
  }

  /// A double in the payload; nil beyond its end.
  func double(at offset: Int) -> Double? {
    guard let low = word(at: offset), let high = word(at: offset + 4) else { return nil }
    return Double(bitPattern: UInt64(high) << 32 | UInt64(low))
  }

  /// A number in four bytes (RkNumber, [MS-XLSB] 2.5.122): the upper 30 bits are a whole number or the
  /// upper bits of a double; the lowest bit divides by 100.
  func packedNumber(at offset: Int) -> Double? {
    guard let bits = word(at: offset) else { return nil }
    let value =
      bits & 2 == 0
      ? Double(bitPattern: UInt64(bits & ~3) << 32) : Double(Int32(bitPattern: bits) >> 2)
    return bits & 1 == 0 ? value : value / 100
  }

  /// A text (XLWideString): a count of UTF-16 units, then the units; nil beyond the payload's end.
  ///
  /// `end` is where the next field starts; a missing text has the count 2^32 - 1 and is empty.
  func text(at offset: Int) -> (utf8: [UInt8], end: Int)? {
    guard let stated = word(at: offset) else { return nil }
    let count = stated == .max ? 0 : Int(stated)
    let start = offset + 4
    guard count <= (payload.count - start) / 2 else { return nil }
    let first = payload.lowerBound + start
    let units = (0..<count).map {
      UInt16(bytes[first + 2 * $0]) | UInt16(bytes[first + 2 * $0 + 1]) << 8
    }
    return (Array(String(decoding: units, as: UTF16.self).utf8), start + 2 * count)
  }
}
