import Statistics
import Testing

@Suite struct RegretTests {
  @Test func regretIsWhatTheBestWouldHaveSaved() {
    let found = PolicyComparison([[1, 5, 3], [2, 2, 2]], acceptable: 2.5).policies
    #expect(found[0].mean == 3 && found[0].meanRegret == 4.0 / 3 && found[0].mostRegret == 3)
    #expect(found[1].meanRegret == 1.0 / 3 && found[1].satisfying == 1)
    #expect(found[0].satisfying == 1.0 / 3)
    #expect(found[0].difference.mean == 0 && found[1].difference.mean == -1)
  }
}
