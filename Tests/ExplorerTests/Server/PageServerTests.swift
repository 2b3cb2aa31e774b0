import Diagnostics
import Testing

@testable import Explorer

struct PageServerTests {
  @Test func anyFreePortIsTaken() async throws {
    let server = try await PageServer(Echo(), port: 0)
    #expect(server.port > 0)
    #expect(server.address == "http://127.0.0.1:\(server.port)/")
    await server.stop()
  }

  @Test func aPortInUseIsAClearMistake() async throws {
    let server = try await PageServer(Echo(), port: 0)
    let refusal = await #expect(throws: DiagnosticList.self) {
      _ = try await PageServer(Echo(), port: server.port)
    }
    #expect(refusal?.diagnostics.map(\.problem.code) == ["port-taken"])
    #expect(refusal?.text(in: .ja).contains("--port 0") == true)
    await server.stop()
  }

  @Test func aPortIsFreeAgainAfterTheEnd() async throws {
    let server = try await PageServer(Echo(), port: 0)
    let port = server.port
    await server.stop()
    let next = try await PageServer(Echo(), port: port)
    #expect(next.port == port)
    await next.stop()
  }
}
