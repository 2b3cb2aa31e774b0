package import Quantities

extension Commodity {
  /// A restriction of exports that a country announced.
  package struct Control: Sendable, Hashable {
    /// What it asks.
    package enum Kind: String, Sendable, CaseIterable {
      /// Nothing may leave.
      case ban
      /// Each sale needs a licence.
      case licence
      /// A yearly quantity.
      case quota
      /// Buyers may not pass on what they bought, or what was made of it.
      case reexport = "re-export"
    }
    /// ISO3 of the exporter.
    package let country: String
    /// ISO3 of the buyer, or `WLD`.
    package let towards: String
    /// What it is called, such as `No. 23 of 2023`.
    package let action: String
    /// What it asks.
    package let kind: Kind
    /// First day in force, `2023-08-01`; a month or a year where the day is not known.
    package let from: String
    /// Last day in force; empty if none was named.
    package let until: String
    /// First and last day of a suspension, written like `from`; nil if there is none.
    package let suspension: ClosedRange<String>?
    /// Who said so.
    package let source: String
    /// How sure that is.
    package let confidence: Figure.Confidence
    /// Anything else.
    package let note: String

    /// Makes a control.
    package init(
      country: String, towards: String, action: String, kind: Kind, from: String,
      until: String = "", suspension: ClosedRange<String>? = nil, source: String,
      confidence: Figure.Confidence, note: String = ""
    ) {
      self.country = country
      self.towards = towards
      self.action = action
      self.kind = kind
      self.from = from
      self.until = until
      self.suspension = suspension
      self.source = source
      self.confidence = confidence
      self.note = note
    }

    /// Whether it is in force on a date such as `2026-04-08`.
    package func isInForce(on date: String) -> Bool {
      from <= date && (until.isEmpty || date <= until) && suspension?.contains(date) != true
    }
  }
}
