import Diagnostics
import Files
import Testing

@Suite struct SystemErrorTests {
  @Test(arguments: Language.allCases) func everyReasonIsWords(_ language: Language) {
    for code in 1...133 as ClosedRange<Int32> {
      let reason = SystemError(code: code).reason(in: language)
      #expect(!reason.isEmpty && !reason.contains("Error Domain"))
    }
    #expect(SystemError(code: 32).isClosedPipe && !SystemError(code: 28).isClosedPipe)
  }
}
