import Diagnostics
import Explorer
import Reporting

// What the page calls. Texts come as fields of UTF-8 with a zero byte after each; every call leaves its
// answer as JSON, a result or a `sonae.refusal/1`. The one file of the engine that touches memory.

nonisolated(unsafe) private var engine: PageEngine?
nonisolated(unsafe) private var whole: WholeAnswer?
nonisolated(unsafe) private var told: [UInt8] = []

/// Opens a scenario: its name, its file's name, its text, `--economy` or nothing, then every `--set`.
@_expose(wasm, "open") @_cdecl("sonae_open")
public func open(_ start: UnsafePointer<UInt8>, _ count: Int) {
  let given = unsafe fields(start, count)
  tell { () throws(DiagnosticList) in
    unsafe engine = try PageEngine(
      Source(name: given[1], text: given[2]), named: given[0],
      economy: given[3].isEmpty ? nil : given[3], settings: Array(given.dropFirst(4)))
    return .null
  }
}

/// Answers with volumes and prices: the language, then path and value of each change.
@_expose(wasm, "answer") @_cdecl("sonae_answer")
public func answer(_ start: UnsafePointer<UInt8>, _ count: Int) {
  let request = request(.quick, unsafe fields(start, count))
  tell { () throws(DiagnosticList) in
    guard let engine = unsafe engine else { return .null }
    return try engine.answer(request)
  }
}

/// Makes ready for everything else of the same: fields as `answer` has them.
@_expose(wasm, "begin") @_cdecl("sonae_begin")
public func begin(_ start: UnsafePointer<UInt8>, _ count: Int) {
  let request = request(.full, unsafe fields(start, count))
  tell { () throws(DiagnosticList) in
    unsafe whole = nil
    guard let engine = unsafe engine else { return .null }
    unsafe whole = try engine.whole(request)
    return .null
  }
}

/// Goes on with what was begun for a day of the model; the share that is done, 1 once it is told.
@_expose(wasm, "goOn") @_cdecl("sonae_go_on")
public func goOn() -> Double {
  guard let answer = unsafe whole else { return 1 }
  if answer.parts.goOn() { return answer.parts.share }
  unsafe whole = nil
  tell { () throws(DiagnosticList) in answer.told ?? .null }
  return 1
}

/// Where the last answer lies.
@_expose(wasm, "told") @_cdecl("sonae_told")
public func toldBytes() -> UnsafePointer<UInt8>? {
  unsafe told.withUnsafeBufferPointer { $0.baseAddress }
}

/// Bytes of the last answer.
@_expose(wasm, "toldCount") @_cdecl("sonae_told_count")
public func toldCount() -> Int { unsafe told.count }

private func tell(_ work: () throws(DiagnosticList) -> JSON) {
  do throws(DiagnosticList) {
    unsafe told = Array(try work().compact.utf8)
  } catch {
    unsafe told = Array(Refusal.json(error.diagnostics).compact.utf8)
  }
}

private func request(_ extent: RunRequest.Extent, _ given: [String]) -> RunRequest {
  let changes = stride(from: 1, to: given.count - 1, by: 2).map {
    RunRequest.Change(path: given[$0], value: given[$0 + 1])
  }
  return RunRequest(
    changes: changes, extent: extent, language: Language(rawValue: given[0]) ?? .en)
}

private func fields(_ start: UnsafePointer<UInt8>, _ count: Int) -> [String] {
  unsafe UnsafeBufferPointer(start: start, count: count)
    .split(separator: 0, omittingEmptySubsequences: false).dropLast()
    .map { String(decoding: $0, as: UTF8.self) }
}
