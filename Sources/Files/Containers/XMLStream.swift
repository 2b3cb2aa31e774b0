internal import CExpat

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A parser of XML that comes in pieces; the one file that calls expat.
///
/// It tells only of the elements that workbooks are made of, by their local names, and of the text
/// inside `v` and `t`. Phonetic guides (`rPh`) are passed over with all they hold.
@safe package struct XMLStream: ~Copyable {
  /// An element that a workbook's reader cares for.
  package enum Tag: Sendable {
    case row, cell, value, text, item, inline, sheet, relationship
  }

  /// One thing that the parser met.
  package enum Event: Sendable {
    /// A row of a sheet begins, with its number if it has one.
    case row(Int?)
    /// A cell begins, with its column from 0 if it says it.
    case cell(column: Int?, kind: CellKind)
    /// Another element begins, with the attributes that are read.
    case start(Tag, Attributes)
    /// An element ends.
    case end(Tag)
    /// Text inside `v` or `t`: a range of the piece's text.
    case text(Range<Int>)
  }

  /// What the text of a cell is.
  package enum CellKind: Sendable {
    /// A number or a text.
    case plain
    /// The number of a shared text.
    case shared
    /// An error such as `#DIV/0!`.
    case error
  }

  /// The attributes that are read: `name`, `id`, `Id` and `Target`.
  package struct Attributes: Sendable {
    /// `name`.
    package var name: String?
    /// `id` or `Id`.
    package var id: String?
    /// `Target`.
    package var target: String?
  }

  /// What was met in a piece.
  package struct Piece: Sendable {
    /// In the document's order.
    package var events: [Event] = []
    /// The bytes that text events point into, UTF-8.
    package var text: [UInt8] = []

    /// Holds nothing.
    package init() {}
  }

  private let parser: OpaquePointer
  private let collector: UnsafeMutablePointer<XMLCollector>
  private var fed = 0

  /// Starts a document.
  package init() {
    guard let parser = unsafe XML_ParserCreate("UTF-8") else { preconditionFailure("no memory") }
    unsafe self.parser = parser
    unsafe collector = .allocate(capacity: 1)
    unsafe collector.initialize(to: XMLCollector())
    unsafe XML_SetUserData(parser, collector)
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data = unsafe data, let name = unsafe name else { return }
        unsafe data.assumingMemoryBound(to: XMLCollector.self).pointee.start(name, attributes)
      },
      { data, name in
        guard let data = unsafe data, let name = unsafe name else { return }
        unsafe data.assumingMemoryBound(to: XMLCollector.self).pointee.end(name)
      })
    // Workbooks declare no types of documents; what does may define entities.
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data = unsafe data else { return }
      unsafe data.assumingMemoryBound(to: XMLCollector.self).pointee.hasDoctype = true
    }
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data = unsafe data, let text = unsafe text else { return }
      unsafe data.assumingMemoryBound(to: XMLCollector.self).pointee.add(text, Int(count))
    }
  }

  deinit {
    unsafe XML_ParserFree(parser)
    unsafe collector.deinitialize(count: 1)
    unsafe collector.deallocate()
  }

  /// Parses the next piece; false if the document is not well-formed.
  package mutating func parse(_ piece: [UInt8], isLast: Bool) -> Bool {
    let status = unsafe piece.withUnsafeBytes { bytes in
      let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress
      return unsafe XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
    }
    fed += piece.count
    return unsafe status == XML_STATUS_OK && !collector.pointee.hasDoctype
  }

  /// Bytes at the end of what was parsed that are the beginning of a tag.
  package var unfinished: Int { max(0, fed - Int(unsafe XML_GetCurrentByteIndex(parser))) }

  /// What was met since the last call.
  package mutating func takePiece() -> Piece {
    unsafe collector.pointee.take()
  }
}

/// Gathers what expat calls back with.
private struct XMLCollector {
  private var piece = XMLStream.Piece()
  private var textStart = 0
  private var isInText = false
  private var phoneticDepth = 0
  var hasDoctype = false

  mutating func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    let local = unsafe Self.local(name)
    if unsafe strcmp(local, "rPh") == 0 { phoneticDepth += 1 }
    guard phoneticDepth == 0, let tag = unsafe Self.tag(local) else { return }
    isInText = tag == .value || tag == .text
    textStart = piece.text.count
    switch tag {
    case .row: unsafe piece.events.append(.row(Self.rowNumber(attributes)))
    case .cell: unsafe piece.events.append(Self.cell(attributes))
    case .value, .text, .inline: break
    default: unsafe piece.events.append(.start(tag, Self.read(attributes)))
    }
  }

  mutating func end(_ name: UnsafePointer<CChar>) {
    let local = unsafe Self.local(name)
    if unsafe strcmp(local, "rPh") == 0 { phoneticDepth -= 1 }
    guard phoneticDepth == 0, let tag = unsafe Self.tag(local) else { return }
    if isInText { flush() }
    isInText = false
    if [.row, .cell, .item].contains(tag) { piece.events.append(.end(tag)) }
  }

  mutating func add(_ characters: UnsafePointer<CChar>, _ count: Int) {
    guard isInText, phoneticDepth == 0 else { return }
    unsafe piece.text.append(contentsOf: UnsafeRawBufferPointer(start: characters, count: count))
  }

  mutating func take() -> XMLStream.Piece {
    if isInText { flush() }
    var taken = XMLStream.Piece()
    swap(&taken, &piece)
    textStart = 0
    return taken
  }

  private mutating func flush() {
    if piece.text.count > textStart { piece.events.append(.text(textStart..<piece.text.count)) }
    textStart = piece.text.count
  }

  /// A name behind its namespace.
  private static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    guard let colon = unsafe strrchr(name, 58) else { return unsafe name }
    return unsafe UnsafePointer(colon + 1)
  }

  private static func tag(_ name: UnsafePointer<CChar>) -> XMLStream.Tag? {
    let first = unsafe UInt8(bitPattern: name[0])
    if unsafe name[1] == 0 {
      switch first {
      case UInt8(ascii: "c"): return .cell
      case UInt8(ascii: "v"): return .value
      case UInt8(ascii: "t"): return .text
      default: return nil
      }
    }
    let long: [(String, XMLStream.Tag)] = [
      ("row", .row), ("si", .item), ("is", .inline), ("sheet", .sheet),
      ("Relationship", .relationship),
    ]
    return long.first { unsafe strcmp(name, $0.0) == 0 }?.1
  }

  private typealias List = UnsafeMutablePointer<UnsafePointer<CChar>?>

  private static func rowNumber(_ list: List?) -> Int? {
    guard let value = unsafe value(of: "r", in: list) else { return nil }
    return unsafe Int(String(cString: value))
  }

  private static func cell(_ list: List?) -> XMLStream.Event {
    var column: Int?
    if let reference = unsafe value(of: "r", in: list) {
      var number = 0
      var i = 0
      while unsafe reference[i] >= 65, unsafe reference[i] <= 90, number < 100_000 {
        number = unsafe number * 26 + Int(reference[i]) - 64
        i += 1
      }
      column = number > 0 ? number - 1 : nil
    }
    guard let kind = unsafe value(of: "t", in: list), unsafe kind[1] == 0 else {
      return .cell(column: column, kind: .plain)
    }
    let letter = unsafe UInt8(bitPattern: kind[0])
    let isShared = letter == UInt8(ascii: "s")
    let isError = letter == UInt8(ascii: "e")
    return .cell(column: column, kind: isShared ? .shared : isError ? .error : .plain)
  }

  private static func value(of name: String, in list: List?) -> UnsafePointer<CChar>? {
    guard let list = unsafe list else { return nil }
    let letter = name.utf8.first.map { CChar(bitPattern: $0) } ?? 0
    var i = 0
    while let key = unsafe list[i], let value = unsafe list[i + 1] {
      if unsafe key[0] == letter, unsafe key[1] == 0 { return unsafe value }
      i += 2
    }
    return nil
  }

  private static func read(_ list: List?) -> XMLStream.Attributes {
    var attributes = XMLStream.Attributes()
    guard let list = unsafe list else { return attributes }
    var i = 0
    while let name = unsafe list[i], let value = unsafe list[i + 1] {
      let text = unsafe String(cString: value)
      switch unsafe String(cString: local(name)) {
      case "name": attributes.name = text
      case "id", "Id": attributes.id = text
      case "Target": attributes.target = text
      default: break
      }
      i += 2
    }
    return attributes
  }
}
