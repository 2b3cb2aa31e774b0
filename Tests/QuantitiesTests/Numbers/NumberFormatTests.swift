import Quantities
import TestSupport
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (0.0, "0"), (1.0, "1.00"), (12.0, "12.0"), (123.0, "123"), (1234.0, "1,230"),
    (1235.0, "1,240"), (1225.0, "1,220"), (999.6, "1,000"), (9.996, "10.0"), (0.0457123, "0.0457"),
    (1.005, "1.00"), (1.015, "1.02"), (2.675, "2.68"), (-0.5, "−0.500"), (1_234_567.0, "1,230,000"),
    (1e15, "1.00e15"), (1.5e20, "1.50e20"), (999_999_999_999_999.0, "1,000,000,000,000,000"),
    (1e-6, "0.00000100"), (9e-7, "<0.000001"), (-9e-7, ">−0.000001"),
  ]) func threeDigits(_ value: Double, _ text: String) {
    #expect(NumberFormat.rounded(value, as: .significant) == text)
  }

  @Test(arguments: [
    (0.0, "0%"), (0.0032, "0.32%"), (0.003217, "0.32%"), (0.12345, "12.3%"), (1.0, "100%"),
    (12.345, "1,230%"), (0.000_18, "0.018%"), (0.000_01, "0.001%"), (0.000_009_99, "<0.001%"),
    (-0.000_009, ">−0.001%"), (-0.0625, "−6.25%"), (0.000_999_6, "0.10%"), (0.09996, "10.0%"),
    (Double.leastNonzeroMagnitude, "<0.001%"), (0.07, "7.00%"), (0.29, "29.0%"),
  ]) func shares(_ value: Double, _ text: String) {
    #expect(NumberFormat.rounded(value, as: .percent) == text)
  }

  @Test(arguments: [
    (0.0, NumberStyle.days, "0"), (0.5, .days, "<1"), (-0.2, .days, ">−1"), (1.5, .days, "2"),
    (2.5, .days, "2"), (1234.4, .days, "1234"), (1234.4, .count, "1,234"), (0.7, .count, "1"),
    (0.0, .change(.percent), "0"), (0.0123, .change(.percent), "+1.23"),
    (-0.0123, .change(.percent), "−1.23"), (1e-9, .change(.percent), "<+0.001"),
    (-1e-9, .change(.percent), ">−0.001"), (5, .change(.significant), "+5.00"),
    (-3.0, .change(.days), "−3"),
  ]) func otherStyles(_ value: Double, _ style: NumberStyle, _ text: String) {
    #expect(NumberFormat.rounded(value, as: style) == text)
  }

  @Test(arguments: [
    (0, NumberStyle.count, "0"), (999, .count, "999"), (1000, .count, "1,000"),
    (-1_234_567, .count, "−1,234,567"), (1234, .days, "1234"), (4, .change(.days), "+4"),
    (Int.max, .count, "9,223,372,036,854,775,807"),
    (Int.min, .count, "−9,223,372,036,854,775,808"),
  ]) func wholeNumbers(_ value: Int, _ style: NumberStyle, _ text: String) {
    #expect(NumberFormat.rounded(value, as: style) == text)
  }

  @Test(arguments: [NumberStyle.significant, .percent, .count, .days, .change(.percent)])
  func onlyZeroReadsAsZero(_ style: NumberStyle) {
    for value in HardNumbers.all {
      let text = NumberFormat.rounded(value, as: style)
      #expect(text.contains { ("1"..."9").contains($0) }, "\(value) reads as \(text)")
      #expect(text.contains("−") == (value < 0), "\(value) reads as \(text)")
    }
  }

  @Test func roundedNumbersStayWithinHalfAUnitOfTheThirdDigit() throws {
    for step in 1...2000 {
      let value = Double(step) * 1.2345678 / 7
      let text = NumberFormat.rounded(value, as: .significant).filter { $0 != "," }
      let shown = try #require(Double(text))
      #expect((shown - value).magnitude <= value * 0.005000001)
    }
  }

  @Test(arguments: [
    (0.1, "0.1"), (1e-7, "1e-07"), (Double.leastNonzeroMagnitude, "5e-324"), (1e22, "1e+22"),
    (-0.0, "0"), (12, "12"),
    (-3.5, "-3.5"), (1e15, "1000000000000000"),
  ]) func exactForms(_ value: Double, _ text: String) {
    #expect(NumberFormat.exact(value) == text)
  }

  @Test func exactFormsReadBackToTheSameBits() {
    for value in HardNumbers.all {
      #expect(Double(NumberFormat.exact(value))?.bitPattern == value.bitPattern)
    }
  }

  @Test func notANumberIsRefused() async {
    await #expect(processExitsWith: .failure) { _ = NumberFormat.exact(.nan) }
    await #expect(processExitsWith: .failure) {
      _ = NumberFormat.rounded(.infinity, as: .percent)
    }
  }
}
