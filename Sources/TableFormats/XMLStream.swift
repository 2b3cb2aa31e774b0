internal import CExpat

/// A parser of XML that comes in pieces; the one file that calls expat.
///
/// It tells only of the elements that workbooks are made of, by their local names, and of the text
/// inside `v` and `t`. Phonetic guides (`rPh`) are passed over with all they hold.
@safe struct XMLStream: ~Copyable {
  /// An element that a workbook's reader cares for.
  enum Tag: String, Sendable {
    case row, c, v, t, si, `is`, sheet
    case relationship = "Relationship"
  }

  /// One thing that the parser met.
  enum Event: Sendable {
    /// An element begins, with the attributes that are read.
    case start(Tag, Attributes)
    /// An element ends.
    case end(Tag)
    /// Text inside `v` or `t`, UTF-8.
    case text([UInt8])
  }

  /// The attributes that are read: `r`, `t`, `name`, `id`, `Id` and `Target`.
  struct Attributes: Sendable {
    var reference: String?
    var kind: String?
    var name: String?
    var id: String?
    var target: String?
  }

  private let parser: OpaquePointer
  private let collector: UnsafeMutablePointer<XMLCollector>

  /// Starts a document.
  init() {
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
  mutating func parse(_ piece: [UInt8], isLast: Bool) -> Bool {
    let status = unsafe piece.withUnsafeBytes { bytes in
      let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress
      return unsafe XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
    }
    return status == XML_STATUS_OK
  }

  /// What was met since the last call.
  mutating func takeEvents() -> [Event] {
    unsafe collector.pointee.take()
  }
}

/// Gathers what expat calls back with.
private struct XMLCollector {
  private var events: [XMLStream.Event] = []
  private var text: [UInt8] = []
  private var isInText = false
  private var phoneticDepth = 0

  mutating func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    let local = unsafe Self.localName(name)
    if local == "rPh" { phoneticDepth += 1 }
    guard phoneticDepth == 0, let tag = XMLStream.Tag(rawValue: local) else { return }
    isInText = tag == .v || tag == .t
    unsafe events.append(.start(tag, Self.read(attributes)))
  }

  mutating func end(_ name: UnsafePointer<CChar>) {
    let local = unsafe Self.localName(name)
    if local == "rPh" { phoneticDepth -= 1 }
    guard phoneticDepth == 0, let tag = XMLStream.Tag(rawValue: local) else { return }
    flush()
    isInText = false
    events.append(.end(tag))
  }

  mutating func add(_ characters: UnsafePointer<CChar>, _ count: Int) {
    guard isInText, phoneticDepth == 0 else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: characters, count: count)
    unsafe text.append(contentsOf: bytes)
  }

  mutating func take() -> [XMLStream.Event] {
    flush()
    let taken = events
    events.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func flush() {
    if !text.isEmpty { events.append(.text(text)) }
    text.removeAll(keepingCapacity: true)
  }

  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    let whole = unsafe String(cString: name)
    guard let colon = whole.utf8.lastIndex(of: UInt8(ascii: ":")) else { return whole }
    return String(whole[whole.index(after: colon)...])
  }

  private static func read(
    _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> XMLStream.Attributes {
    var attributes = XMLStream.Attributes()
    guard let list = unsafe list else { return attributes }
    var i = 0
    while let name = unsafe list[i], let value = unsafe list[i + 1] {
      let text = unsafe String(cString: value)
      switch unsafe localName(name) {
      case "r": attributes.reference = text
      case "t": attributes.kind = text
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
