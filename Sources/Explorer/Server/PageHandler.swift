internal import Diagnostics
internal import FlyingFox
internal import Foundation
internal import Reporting

/// Answers the requests of a page.
struct PageHandler: HTTPHandler {
  let exploring: any Exploring
  /// The port that is served, known once it is open.
  let port: @Sendable () async -> Int?

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard let port = await port() else { return Self.empty(.serviceUnavailable) }
    let asked = Self.asked(request)
    if let refusal = Gate(port: port).refusal(asked) {
      return Self.empty(HTTPStatusCode(refusal.rawValue, phrase: "Refused"))
    }
    guard let address = Address(rawValue: asked.path) else { return Self.empty(.notFound) }
    if let file = PageFiles.file(at: address) {
      return Self.response(.ok, file.bytes, type: file.type)
    }
    return await Self.told {
      if address == .scenario { return try await exploring.opening() }
      let body = [UInt8](try await request.bodyData)
      return try await exploring.answer(try RunRequest(json: body))
    }
  }

  /// Does some work whose result or refusal is told as JSON.
  private static func told(_ work: () async throws -> JSON) async -> HTTPResponse {
    do {
      return json(.ok, try await work())
    } catch let refusal as DiagnosticList {
      return json(.unprocessableContent, Refusal.json(refusal.diagnostics))
    } catch is CancellationError {
      // Overtaken by a later request of the same page: no mistake, and nothing to show.
      return response(.noContent, [], type: "text/plain")
    } catch {
      return empty(.internalServerError)
    }
  }

  private static func asked(_ request: HTTPRequest) -> Gate.Request {
    Gate.Request(
      // The path as it came: nothing is decoded or made shorter.
      method: request.method.rawValue, path: request.target.path(percentEncoded: true),
      host: request.headers[.host], origin: request.headers[HTTPHeader("Origin")],
      site: request.headers[HTTPHeader("Sec-Fetch-Site")], type: request.headers[.contentType],
      length: request.headers[.transferEncoding] == nil
        ? request.headers[.contentLength].map { Int($0) ?? .max } ?? 0 : .max)
  }

  private static func json(_ status: HTTPStatusCode, _ value: JSON) -> HTTPResponse {
    response(status, Array(value.compact.utf8), type: "application/json")
  }

  private static func empty(_ status: HTTPStatusCode) -> HTTPResponse {
    // The rest of what was refused is not read.
    var response = response(status, [], type: "text/plain")
    response.headers[.connection] = "close"
    return response
  }

  private static func response(
    _ status: HTTPStatusCode, _ bytes: [UInt8], type: String
  ) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type, .cacheControl: "no-store",
        HTTPHeader("Content-Security-Policy"): PageFiles.policy,
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("X-Frame-Options"): "DENY",
        HTTPHeader("Referrer-Policy"): "no-referrer",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
      ], body: Data(bytes))
  }
}
