internal import CCrypto
import FoundationEssentials

/// SHA-256 of bytes as 64 lower-case hexadecimal digits; with `StreamingDigest` the one file that calls libcrypto.
package func sha256Hex(_ bytes: [UInt8]) -> String { hexadecimalDigits(sha256(bytes)) }

/// Bytes in Base64.
package func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

/// SHA-256 of bytes in Base64, as policies of web pages name a script.
package func sha256Base64(_ bytes: [UInt8]) -> String { base64(sha256(bytes)) }

private func sha256(_ bytes: [UInt8]) -> [UInt8] {
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  _ = unsafe SHA256(bytes, bytes.count, &digest)
  return digest
}

/// SHA-256 of bytes that come in pieces.
@safe package struct StreamingDigest: ~Copyable {
  private let context: OpaquePointer?

  /// Starts with no bytes.
  package init() {
    unsafe context = EVP_MD_CTX_new()
    _ = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes.
  package mutating func add(_ bytes: [UInt8]) {
    _ = unsafe EVP_DigestUpdate(context, bytes, bytes.count)
  }

  /// The digest of all bytes so far as 64 lower-case hexadecimal digits; nothing may follow.
  package mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = unsafe EVP_DigestFinal_ex(context, &digest, nil)
    return hexadecimalDigits(digest)
  }
}

private func hexadecimalDigits(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
