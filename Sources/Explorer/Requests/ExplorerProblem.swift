package import Diagnostics

/// Why a page is not served, or a request of it is refused.
package indirect enum ExplorerProblem: WordedProblem {
  /// The port is in use.
  case taken(port: Int)
  /// The port cannot be opened; why.
  case closed(port: Int, why: Bilingual)
  /// A request that is none of the page's.
  case unreadable
  /// More changes, or longer ones, than any page makes.
  case tooMuch
  /// A page alone of a program that was built without the engine.
  case noEngine
  /// A page alone of tables that the program does not hold itself.
  case notBundled([String])
  /// A page alone that is left out of a folder of results; why.
  case leftOut(ExplorerProblem)
  /// A key that decides what is loaded.
  case fixed(String)

  /// The problem's code and its sentences.
  package var wording: Wording {
    switch self {
    case .taken(let port):
      Wording(
        "port-taken", en: "port \(port) is in use, perhaps by another `sonae explore`",
        ja: "ポート\(port)は使用中です（別の `sonae explore` が動いている可能性があります）",
        helpEn: "choose another by `--port`; `--port 0` takes any that is free",
        helpJa: "`--port` で別の番号を指定してください。`--port 0` なら空いている番号を使います")
    case .closed(let port, let why):
      Wording(
        "port-closed", en: "port \(port) cannot be opened: \(why.en)",
        ja: "ポート\(port)を開けません：\(why.ja)",
        helpEn: "choose another by `--port`, from 1024 on",
        helpJa: "`--port` で1024以上の別の番号を指定してください")
    case .unreadable:
      Wording(
        "unreadable-request", en: "the request is none of this page's",
        ja: "このページの要求ではありません",
        helpEn: "load the page again", helpJa: "ページを再読み込みしてください")
    case .tooMuch:
      Wording(
        "too-many-changes",
        en:
          "a request holds at most \(RunRequest.most.changes) changes of \(RunRequest.most.bytes) bytes each",
        ja: "一度に送れる変更は\(RunRequest.most.changes)件、各\(RunRequest.most.bytes)バイトまでです")
    case .noEngine:
      Wording(
        "no-engine", en: "this program was built without the engine of pages that need no server",
        ja: "このプログラムにはサーバー不要のページ用エンジンが組み込まれていません",
        helpEn: "build it by `make run` or `make install`",
        helpJa: "`make run` または `make install` でビルドしてください")
    case .notBundled(let names):
      Wording(
        "not-bundled",
        en: "a page alone holds bundled tables only, not \(names.joined(separator: ", "))",
        ja: "単独のページに含められるのは同梱の表のみです（不可：\(names.joined(separator: "、"))）",
        helpEn: "leave out `--page`: the page of `sonae explore` takes any table",
        helpJa: "`--page` を外せば `sonae explore` のページは任意の表を扱えます")
    case .leftOut(let why):
      Wording(
        "no-page", en: "`explore.html` is left out: \(why.wording.message.en)",
        ja: "`explore.html` は省きます：\(why.wording.message.ja)",
        helpEn: Self.way(why).en, helpJa: Self.way(why).ja)
    case .fixed(let path):
      Wording(
        "fixed-in-explorer", en: "`\(path)` decides what is loaded and stays as the file has it",
        ja: "`\(path)` は読み込むものを決めるため、ここでは変更できません",
        helpEn: "start `sonae explore` with `--economy` or another file",
        helpJa: "`--economy` または別のファイルで `sonae explore` を起動してください")
    }
  }

  /// What to do where a folder of results goes without a page.
  private static func way(_ why: ExplorerProblem) -> Bilingual {
    if case .noEngine = why, let help = why.wording.help { return help }
    return Bilingual(
      "`sonae explore` opens the page of any table; `--no-page` says nothing",
      "`sonae explore` なら任意の表のページを開けます。`--no-page` で表示を省きます")
  }
}
