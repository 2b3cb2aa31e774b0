import Statistics
import Testing

@Suite struct SobolSequenceTests {
  @Test(arguments: [
    (1, UInt32(4_194_304)), (2, 3_233_808_384), (3, 2_629_828_608), (10, 3_653_238_784),
    (100, 2_277_507_072), (1000, 3_678_404_608), (21_201, 1_027_604_480),
  ])
  func pointsAreThoseOfJoeAndKuo(_ dimension: Int, _ bits: UInt32) {
    #expect(SobolSequence(dimensions: dimension).bits(1023, dimension: dimension - 1) == bits)
  }

  @Test func everyStripOfEachDimensionHoldsOnePoint() {
    let sequence = SobolSequence(dimensions: 40)
    for dimension in 0..<40 {
      let strips = Set((0..<256).map { sequence.bits($0, dimension: dimension) >> 24 })
      #expect(strips.count == 256)
    }
  }
}
