import Propagation
import Testing

struct QuartersTests {
  @Test(arguments: 1...1500) func quartersPartARun(_ days: Int) {
    let quarters = Quarters.days(in: days)
    #expect(quarters.count == Quarters.count(in: days))
    #expect(quarters.first?.lowerBound == 0 && quarters.last?.upperBound == days)
    #expect(zip(quarters, quarters.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(quarters.allSatisfy { (1...92).contains($0.count) })
  }

  @Test func aYearHasFour() {
    #expect(Quarters.days(in: 365).map(\.count) == [91, 91, 91, 92])
  }
}
