import Testing

@testable import sonae

struct BLASKernelTests {
  /// A BLAS that is older than the processor falls back to a kernel without wide vectors.
  @Test func aKernelOfOldProcessorsOnANewOneIsSaid() throws {
    let eight = try #require(
      BLASKernel(name: "Prescott", hasFour: true, hasEight: true).advice)
    #expect(eight.contains("OPENBLAS_CORETYPE=SkylakeX"))
    let four = try #require(BLASKernel(name: "Core2", hasFour: true, hasEight: false).advice)
    #expect(four.contains("OPENBLAS_CORETYPE=Haswell"))
  }

  @Test(arguments: ["SkylakeX", "Haswell", "Zen", "NEOVERSEN1"])
  func aKernelOfTheProcessorsTimeNeedsNothing(_ name: String) {
    #expect(BLASKernel(name: name, hasFour: true, hasEight: true).advice == nil)
  }

  @Test func anOldProcessorHasTheKernelThatItCanHave() {
    #expect(BLASKernel(name: "Prescott", hasFour: false, hasEight: false).advice == nil)
  }
}
