import Reporting
import Testing

@Suite struct LabelSpreadTests {
  @Test(arguments: [1, 2, 7, 20]) func labelsDoNotOverlapAndKeepTheirOrder(_ count: Int) {
    let wanted = (0..<count).map { Double(($0 * 37) % 11) }
    let heights = (0..<count).map { Double(10 + $0 % 3 * 4) }
    let middles = spread(wanted, heights: heights, within: 0...400)
    let order = (0..<count).sorted { middles[$0] < middles[$1] }
    for (a, b) in zip(order, order.dropFirst()) {
      #expect(wanted[a] <= wanted[b])
      #expect(middles[b] - middles[a] >= (heights[a] + heights[b]) / 2 - 1e-9)
    }
    for (middle, height) in zip(middles, heights) {
      #expect(middle - height / 2 >= -1e-9 && middle + height / 2 <= 400 + 1e-9)
    }
  }

  @Test func labelsWithRoomStayWhereTheyAre() {
    #expect(spread([50, 20, 90], heights: [10, 10, 10], within: 0...100) == [50, 20, 90])
    #expect(spread([0, 100], heights: [10, 10], within: 0...100) == [5, 95])
  }
}
