import RiskMetrics
import Testing

@Suite struct PathSeriesTests {
  @Test func daysRunFromTheFirstToTheLastByWeeks() {
    for horizon in 1...2000 {
      let days = PathSeries.days(of: horizon)
      #expect(days.first == 0 && days.last == horizon - 1)
      #expect(days.count <= 64)
      let steps = zip(days, days.dropFirst()).map { $1 - $0 }
      #expect(steps.allSatisfy { $0 > 0 })
      if horizon > 62 {
        #expect(Set(steps.dropLast()).count == 1 && steps[0] % 7 == 0)
      } else {
        #expect(days.count == horizon)
      }
    }
    #expect(PathSeries.days(of: 365).count == 53)
  }

  @Test func namesAreThoseOfOutcomes() {
    #expect(PathSeries(.output, region: "JPN").name == "output_share_JPN")
    let cover = PathSeries(.cover, region: "JPN", commodity: "crude oil")
    #expect(cover.name == "cover_days_crude_oil_JPN")
  }
}
