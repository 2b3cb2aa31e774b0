import Diagnostics
import Reporting
import Testing

@testable import Explorer

struct RunRequestTests {
  private func request(_ changes: [RunRequest.Change], page: String = "p") throws -> RunRequest {
    let list = changes.map {
      JSON.object([
        JSON.Member("path", .string($0.path)), JSON.Member("value", .string($0.value)),
      ])
    }
    let json: JSON = [
      "page": .string(page), "changes": .array(list), "extent": "full", "language": "en",
    ]
    return try RunRequest(json: Array(json.compact.utf8))
  }

  private func codes(_ changes: [RunRequest.Change], page: String = "p") -> [String] {
    do {
      _ = try request(changes, page: page)
      return []
    } catch let list as DiagnosticList {
      return list.diagnostics.map(\.problem.code)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func changesKeepTheirOrderAndText() throws {
    let changes = [
      RunRequest.Change(path: "shocks[0].closure.for", value: "90 days"),
      RunRequest.Change(path: "title", value: "a=b: \"c\" 日本\u{0}\n"),
      RunRequest.Change(path: "shocks[0].closure.for", value: "60 days"),
    ]
    let read = try request(changes)
    #expect(read.changes == changes)
    #expect(read.changes[0].setting == "shocks[0].closure.for=90 days")
  }

  @Test(arguments: [
    "economy", "economies", "economies[0]", "commodities[+]", "commodities", "sonae",
    "\"economy\"", "'commodities'",
  ])
  func whatIsLoadedStays(_ path: String) {
    #expect(codes([RunRequest.Change(path: path, value: "/etc")]) == ["fixed-in-explorer"])
  }

  @Test func everyFixedKeyIsTold() {
    let change = RunRequest.Change(path: "economy", value: "x")
    #expect(codes([change, RunRequest.Change(path: "title", value: "y"), change]).count == 2)
  }

  @Test func moreThanAnyPageMakesIsRefused() {
    let change = RunRequest.Change(path: "title", value: "x")
    #expect(codes(Array(repeating: change, count: RunRequest.most.changes)) == [])
    #expect(
      codes(Array(repeating: change, count: RunRequest.most.changes + 1)) == ["too-many-changes"])
    let long = RunRequest.Change(
      path: "title", value: String(repeating: "x", count: RunRequest.most.bytes))
    #expect(codes([long]) == ["too-many-changes"])
    #expect(codes([], page: String(repeating: "p", count: 65)) == ["too-many-changes"])
  }
}
