import LinearAlgebra
import TestSupport
import Testing

@testable import Files

@Suite struct InflateTests {
  @Test func oneMemberUnpacks() {
    #expect(Inflate.gunzip(packedRows[0]) == Array("label,x\na,1\n".utf8))
  }

  @Test func membersFollowEachOther() {
    let all = packedRows[0] + packedRows[1] + packedRows[1]
    #expect(Inflate.gunzip(all) == Array("label,x\na,1\nb,2\nb,2\n".utf8))
  }

  @Test func everyCutIsRefused() {
    for count in 0..<packedRows[0].count {
      #expect(Inflate.gunzip(Array(packedRows[0].prefix(count))) == nil)
    }
  }

  @Test func everyFlippedBitOfContentOrChecksumIsRefusedOrTellsTheTruth() {
    for position in 10..<packedRows[0].count {
      for bit in 0..<8 {
        var damaged = packedRows[0]
        damaged[position] ^= 1 << UInt8(bit)
        let result = Inflate.gunzip(damaged)
        #expect(result == nil || result == Array("label,x\na,1\n".utf8))
      }
    }
  }

  @Test func moreThanTheLimitIsRefused() {
    let many = (0..<100).flatMap { _ in packedRows[0] }
    #expect(Inflate.gunzip(many, atMost: 1200)?.count == 1200)
    #expect(Inflate.gunzip(many, atMost: 100) == nil)
  }

  @Test func plainTextIsNotGzip() {
    #expect(!Inflate.isGzip(Array("label,x".utf8)) && Inflate.isGzip(packedRows[1]))
    #expect(Inflate.gunzip(Array("label,x".utf8)) == nil)
  }
}
