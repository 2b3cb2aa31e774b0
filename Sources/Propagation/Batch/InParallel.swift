/// Does `count` pieces of work, `threads` of them at a time; results in their order.
package func inParallel<Result: Sendable>(
  _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  precondition(threads > 0, "inParallel: \(threads) threads")
  var results = [Result?](repeating: nil, count: count)
  await withTaskGroup(of: (Int, Result).self) { group in
    let first = min(count, threads)
    for number in 0..<first { group.addTask { (number, work(number)) } }
    var next = first
    while let (number, result) = await group.next() {
      results[number] = result
      guard next < count else { continue }
      let number = next
      group.addTask { (number, work(number)) }
      next += 1
    }
  }
  return results.compactMap { $0 }
}
