/// A number from a source: value, unit, year, basis, source and confidence.
package struct Figure: Sendable, Hashable {
  /// How well a figure is founded.
  package enum Confidence: String, Sendable, CaseIterable {
    /// Stated by the founding deck (Ministry of Finance of Japan, 8 April 2026).
    case seed
    /// Read in a named source, or computed from one.
    case found
    /// From memory; to be checked before a result rests on it.
    case generalKnowledge = "general-knowledge"
    /// Set by this project.
    case assumption
    /// No figure; the value is absent.
    case missing
  }

  /// The value in `unit`; nil if missing.
  package let value: Double?
  /// The low end where a range is known.
  package let low: Double?
  /// The high end where a range is known.
  package let high: Double?
  /// The unit, such as `mb/d`.
  package let unit: String
  /// The year, month or span.
  package let year: String
  /// What the number counts.
  package let basis: String
  /// Where it comes from; never empty.
  package let source: String
  /// How well it is founded.
  package let confidence: Confidence
  /// A remark; may be empty.
  package let note: String

  /// Makes a figure.
  package init(
    value: Double?, low: Double? = nil, high: Double? = nil, unit: String, year: String,
    basis: String, source: String, confidence: Confidence, note: String = ""
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.year = year
    self.basis = basis
    self.source = source
    self.confidence = confidence
    self.note = note
  }
}
