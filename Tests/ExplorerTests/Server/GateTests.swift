import Testing

@testable import Explorer

struct GateTests {
  private let gate = Gate(port: 8750)

  /// A request as the page itself makes it.
  private func request(
    _ method: String = "GET", _ path: String = "/", host: String? = "127.0.0.1:8750",
    origin: String? = nil, site: String? = nil, type: String? = nil, length: Int? = 0
  ) -> Gate.Request {
    Gate.Request(
      method: method, path: path, host: host, origin: origin, site: site, type: type,
      length: length)
  }

  private func run(
    origin: String? = "http://127.0.0.1:8750", site: String? = "same-origin",
    type: String? = "application/json", length: Int? = 100
  ) -> Gate.Request {
    request("POST", "/api/run", origin: origin, site: site, type: type, length: length)
  }

  @Test func theOwnPageIsLetIn() {
    for address in Address.allCases where address.method == "GET" {
      #expect(gate.refusal(request("GET", address.rawValue, site: "same-origin")) == nil)
    }
    #expect(gate.refusal(run()) == nil)
    #expect(gate.refusal(request(host: "LOCALHOST:8750")) == nil)
  }

  @Test func aProgramWithoutOriginIsLetIn() {
    #expect(gate.refusal(run(origin: nil, site: nil)) == nil)
  }

  @Test(arguments: [
    nil, "", "127.0.0.1", "127.0.0.1:8751", "evil.example:8750", "evil.example",
    "127.0.0.1.evil.example:8750", "localhost:8750.evil.example", "[::1]:8750", "0.0.0.0:8750",
  ])
  func anotherHostIsRefused(_ host: String?) {
    #expect(gate.refusal(request(host: host)) == .misdirected)
  }

  @Test(arguments: [
    "null", "http://evil.example", "https://127.0.0.1:8750", "http://127.0.0.1:8751",
    "http://127.0.0.1:8750.evil.example", "http://127.0.0.1:8750/", "file://",
  ])
  func anotherOriginIsRefused(_ origin: String) {
    #expect(gate.refusal(run(origin: origin)) == .forbidden)
    #expect(gate.refusal(request("GET", "/api/scenario", origin: origin)) == .forbidden)
  }

  @Test(arguments: ["cross-site", "same-site"]) func anotherSiteMayOnlyLinkHere(_ site: String) {
    #expect(gate.refusal(run(site: site)) == .forbidden)
    #expect(gate.refusal(request("GET", "/api/scenario", site: site)) == .forbidden)
    #expect(gate.refusal(request("GET", "/explorer.js", site: site)) == .forbidden)
    #expect(gate.refusal(request("GET", "/", site: site)) == nil)
  }

  @Test(arguments: [
    "/../etc/passwd", "/..%2fetc/passwd", "//etc/passwd", "/explorer.html", "/explorer.js/",
    "/./explorer.js", "/EXPLORER.JS", "", "/api", "/api/run/..", "http://127.0.0.1:8750/",
    "/%65xplorer.js",
  ])
  func nothingElseIsServed(_ path: String) {
    #expect(gate.refusal(request("GET", path)) == .missing)
  }

  @Test(arguments: ["POST", "PUT", "HEAD", "OPTIONS", "DELETE", "get"])
  func anotherMethodIsRefused(_ method: String) {
    #expect(gate.refusal(request(method, "/")) == .method)
    #expect(gate.refusal(request("GET", "/api/run")) == .method)
  }

  @Test func onlyJSONIsTaken() {
    for type in [nil, "", "text/plain", "application/x-www-form-urlencoded"] {
      #expect(gate.refusal(run(type: type)) == .format)
    }
    #expect(gate.refusal(run(type: "application/json; charset=utf-8")) == nil)
  }

  @Test func moreThanAPageSendsIsRefused() {
    #expect(gate.refusal(run(length: Gate.most)) == nil)
    #expect(gate.refusal(run(length: Gate.most + 1)) == .large)
    #expect(gate.refusal(run(length: nil)) == .large)
    #expect(gate.refusal(request("GET", "/", length: 1)) == .large)
  }
}
