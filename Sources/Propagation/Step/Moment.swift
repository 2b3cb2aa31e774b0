/// A step of a run: its day and its place among the day's steps.
package struct Moment: Sendable, Hashable {
  /// The day, from 0; what shocks do changes from day to day.
  package let day: Int
  /// The step among the day's, from 0.
  package let place: Int
  /// Steps a day, 1/Δt.
  package let stepsPerDay: Int

  /// The first step of a day.
  package init(day: Int, stepsPerDay: Int) {
    self.init(day: day, place: 0, stepsPerDay: stepsPerDay)
  }

  private init(day: Int, place: Int, stepsPerDay: Int) {
    self.day = day
    self.place = place
    self.stepsPerDay = stepsPerDay
  }

  /// Steps since the first of the run.
  var index: Int { day * stepsPerDay + place }

  /// Whether a day begins with this step.
  package var isFirstOfDay: Bool { place == 0 }

  /// Whether a day ends with this step.
  package var isLastOfDay: Bool { place + 1 == stepsPerDay }

  /// Share of a day that a step takes, Δt.
  package var share: Double { 1 / Double(stepsPerDay) }

  /// Whether this is the very first step of a day.
  func begins(_ day: Int) -> Bool { isFirstOfDay && self.day == day }

  /// The step after.
  package var next: Moment {
    isLastOfDay
      ? Moment(day: day + 1, stepsPerDay: stepsPerDay)
      : Moment(day: day, place: place + 1, stepsPerDay: stepsPerDay)
  }

  /// The step before; not of the first.
  var previous: Moment {
    isFirstOfDay
      ? Moment(day: day - 1, place: stepsPerDay - 1, stepsPerDay: stepsPerDay)
      : Moment(day: day, place: place - 1, stepsPerDay: stepsPerDay)
  }

  /// Place of this step in a ring that holds whole days.
  func slot(inDays days: Int) -> Int { index % (days * stepsPerDay) }
}
