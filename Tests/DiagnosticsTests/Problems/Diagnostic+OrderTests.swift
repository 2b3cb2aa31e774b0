import Diagnostics
import Testing

@Suite struct DiagnosticOrderTests {
  private func made(_ message: String, _ source: String?, _ offset: Int = 0) -> Diagnostic {
    let place = source.map {
      Place(source: Source(name: $0, text: "abcdefgh"), range: offset..<offset + 1)
    }
    return Diagnostic(.error, TestProblem(message), at: place)
  }

  private func messages(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { $0.problem.message(in: .en) }
  }

  @Test func orderIsBySourceThenByPlaceAndPlacelessComeLast() {
    let list = [
      made("whole", nil), made("z5", "z", 5), made("a7", "a", 7), made("z1", "z", 1),
      made("a2", "a", 2),
    ]
    #expect(messages(list.sortedByPlace()) == ["z1", "z5", "a2", "a7", "whole"])
  }

  @Test func equalPlacesKeepTheirOrder() {
    let list = (0..<20).map { made("\($0)", "a", 3) }
    #expect(messages(list.sortedByPlace()) == messages(list))
  }

  @Test func sortingTwiceChangesNothing() {
    let list = (0..<8).map { made("\($0)", $0 % 2 == 0 ? "a" : "b", 7 - $0) }
    let once = list.sortedByPlace()
    #expect(messages(once.sortedByPlace()) == messages(once))
  }
}
