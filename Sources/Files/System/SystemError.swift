package import Diagnostics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why the system did not do what it was asked for.
package struct SystemError: Error, Sendable, Hashable {
  /// The system's number, `errno`.
  package let code: Int32

  /// Takes the system's number.
  package init(code: Int32) { self.code = code }

  /// The number of a path that leads nowhere.
  static let missing = ENOENT

  /// The number of a disk that fails.
  static let failing = EIO

  /// Whether nothing lies at a path.
  var isAbsence: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether a stream takes no more for now.
  var isForNow: Bool { code == EAGAIN }

  /// Whether it is the reader of a pipe who went away.
  package var isClosedPipe: Bool { code == EPIPE }

  /// Whether another program has the address.
  package var isTaken: Bool { code == EADDRINUSE }

  /// The reason in words.
  package func reason(in language: Language) -> String {
    let (en, ja) = words
    return switch language {
    case .en: en
    case .ja: ja
    }
  }

  private var words: (en: String, ja: String) {
    switch code {
    case EACCES, EPERM: ("no permission", "権限がありません")
    case EROFS: ("the file system is read-only", "ファイルシステムが読み取り専用です")
    case ENOSPC: ("the disk is full", "ディスクに空きがありません")
    case EDQUOT: ("the disk quota is used up", "ディスクの割り当てを使い切りました")
    case ENAMETOOLONG: ("the name is too long", "名前が長すぎます")
    case ENOENT: ("a folder of the path does not exist", "パスの途中のフォルダーがありません")
    case ENOTDIR: ("a part of the path is not a folder", "パスの途中がフォルダーではありません")
    case EEXIST, ENOTEMPTY: ("something is there already", "すでに何かあります")
    case ELOOP: ("the path goes through too many links", "リンクが多すぎます")
    case EBUSY: ("it is in use", "使用中です")
    case EXDEV: ("it lies on another disk", "別のディスクにあります")
    case EBADF: ("it is closed", "閉じられています")
    case EPIPE: ("its reader went away", "読み手がいなくなりました")
    case EIO: ("the disk reports an error", "ディスクがエラーを返しました")
    case EFBIG: ("the file grows too large", "ファイルが大きくなりすぎました")
    case EMFILE, ENFILE: ("too many files are open", "開いているファイルが多すぎます")
    default: ("system error \(code)", "システムエラー \(code)")
    }
  }
}
