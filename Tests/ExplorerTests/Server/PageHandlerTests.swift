import Diagnostics
import FlyingFox
import Foundation
import Reporting
import Testing

@testable import Explorer

/// Stands in for a scenario: it answers what it was asked.
struct Echo: Exploring {
  func opening() async throws -> JSON { ["schema": "sonae.explorer/1"] }

  func answer(_ request: RunRequest) async throws -> JSON {
    switch request.changes.first?.path {
    case "later": throw CancellationError()
    case "wrong": throw DiagnosticList([Diagnostic(.error, ExplorerProblem.tooMuch)])
    default: return ["changes": .array(request.changes.map { .string($0.setting) })]
    }
  }
}

struct PageHandlerTests {
  private let handler = PageHandler(exploring: Echo(), port: { 80 })

  private func asked(
    _ method: HTTPMethod, _ path: String, body: String = "",
    headers: [HTTPHeader: String] = [:]
  ) async throws -> (response: HTTPResponse, text: String) {
    var all: [HTTPHeader: String] = [.host: "127.0.0.1:80"]
    if method == .POST {
      all[.contentType] = "application/json"
      all[.contentLength] = String(body.utf8.count)
    }
    all.merge(headers) { $1 }
    let request = HTTPRequest(
      method: method, version: .http11, path: path, query: [], headers: all,
      body: Data(body.utf8))
    let response = try await handler.handleRequest(request)
    return (response, String(decoding: try await response.bodyData, as: UTF8.self))
  }

  private func run(_ changes: String) async throws -> (response: HTTPResponse, text: String) {
    try await asked(
      .POST, "/api/run",
      body: #"{"page": "p", "changes": [\#(changes)], "extent": "quick", "language": "ja"}"#)
  }

  @Test(arguments: Address.allCases.filter { $0.method == "GET" })
  func everyAddressIsServedWithItsPolicy(_ address: Address) async throws {
    let (response, text) = try await asked(.GET, address.rawValue)
    #expect(response.statusCode == .ok)
    #expect(text.utf8.count > 20)
    #expect(response.headers[HTTPHeader("Content-Security-Policy")] == PageFiles.policy)
    #expect(response.headers[HTTPHeader("X-Content-Type-Options")] == "nosniff")
  }

  @Test func thePageAsksNothingOfOtherPlaces() async throws {
    for address in Address.allCases where ![.scenario, .run].contains(address) {
      let (_, text) = try await asked(.GET, address.rawValue)
      let outside = text.replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!outside.contains("http://") && !outside.contains("https://"))
      // The policy allows no inline style and no inline script.
      #expect(!text.contains("style=\"") && !text.contains("eval("))
      #expect(!text.contains("onclick=\""))
    }
  }

  @Test func aRunIsAnswered() async throws {
    let (response, text) = try await run(#"{"path": "a[0].b", "value": "90%"}"#)
    #expect(response.statusCode == .ok)
    #expect(text == #"{"changes":["a[0].b=90%"]}"#)
  }

  @Test func mistakesAreToldInBothLanguages() async throws {
    let (response, text) = try await run(#"{"path": "wrong", "value": ""}"#)
    #expect(response.statusCode == .unprocessableContent)
    #expect(text.contains(#""code":"too-many-changes""#))
    #expect(text.contains("at most") && text.contains("まで"))
  }

  @Test func whatWasOvertakenIsEmpty() async throws {
    #expect(try await run(#"{"path": "later", "value": ""}"#).response.statusCode == .noContent)
  }

  @Test(arguments: [
    "", "null", "[]", "{}", "{\"page\": 1}", "\u{FEFF}",
    #"{"page": "p", "changes": [], "extent": "all", "language": "en"}"#,
    #"{"page": "p", "changes": [], "extent": "full", "language": "fr"}"#,
    #"{"page": "p", "changes": [{"path": "a"}], "extent": "full", "language": "en"}"#,
  ])
  func whatIsNoRequestIsRefused(_ body: String) async throws {
    let (response, text) = try await asked(.POST, "/api/run", body: body)
    #expect(response.statusCode == .unprocessableContent)
    #expect(text.contains("unreadable-request"))
  }

  @Test func strangersAreTurnedAway() async throws {
    let other = try await asked(.GET, "/", headers: [.host: "evil.example"])
    #expect(other.response.statusCode.code == 421)
    #expect(other.text.isEmpty)
    let origin = [HTTPHeader("Origin"): "http://evil.example"]
    #expect(
      try await asked(.GET, "/api/scenario", headers: origin).response.statusCode.code == 403)
    let large = [HTTPHeader.contentLength: "999999999999999999999999"]
    #expect(
      try await asked(.POST, "/api/run", headers: large).response.statusCode.code == 413)
    let chunked = [HTTPHeader.transferEncoding: "chunked"]
    #expect(
      try await asked(.POST, "/api/run", headers: chunked).response.statusCode.code == 413)
  }

  @Test func nothingIsServedBeforeThePortIsKnown() async throws {
    let handler = PageHandler(exploring: Echo(), port: { nil })
    let request = HTTPRequest(
      method: .GET, version: .http11, path: "/", query: [], headers: [.host: "127.0.0.1:80"],
      body: Data())
    #expect(try await handler.handleRequest(request).statusCode == .serviceUnavailable)
  }
}
