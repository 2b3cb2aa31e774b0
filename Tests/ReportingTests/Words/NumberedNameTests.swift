import Diagnostics
import Testing

@testable import Reporting

struct NumberedNameTests {
  private let stock = Bilingual("stockpile", "備蓄")
  private let escort = Bilingual("escort", "護衛")

  @Test func aNameIsSaidOnceWithItsNumbers() {
    let some = [
      NumberedName(name: stock, number: 1), NumberedName(name: escort, number: nil),
      NumberedName(name: stock, number: 3),
    ]
    let list = NumberedName.list(some)
    #expect(list == Bilingual("stockpile 1, 3; escort", "備蓄1・3、護衛"))
    #expect(some[2].words == Bilingual("stockpile 3", "備蓄3"))
  }

  @Test func namesWithoutSeveralNumbersAreAPlainList() {
    let some = [
      NumberedName(name: stock, number: 2), NumberedName(name: escort, number: nil),
    ]
    #expect(NumberedName.list(some) == Bilingual("stockpile 2, escort", "備蓄2、護衛"))
    #expect(NumberedName.list([]) == Bilingual(same: ""))
  }
}
