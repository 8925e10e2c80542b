/// Lists of numbers, one after the other in a flat array: the columns or the rows of a sparse matrix of zeros and ones.
///
/// Each list is in ascending order and holds no number twice.
public struct SparseLists: Sendable, Equatable {
  /// The members of all lists, list by list.
  public internal(set) var members: [Int32] = []
  /// Where each list starts in `members`, and at the end their count: one more than there are lists.
  public internal(set) var starts: [Int32] = [0]

  /// No list at all.
  public init() {}

  /// The lists given, each sorted and freed of what it holds twice.
  public init(_ lists: [[Int]]) {
    for list in lists {
      var last = Int.min
      for member in list.sorted() where member != last {
        members.append(Int32(truncatingIfNeeded: member))
        last = member
      }
      closeList()
    }
  }

  /// How many lists there are.
  public var count: Int { starts.count - 1 }

  /// The places in `members` of a list.
  @inline(__always)
  public func places(of list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

  /// The members of a list.
  public subscript(list: Int) -> ArraySlice<Int32> { members[places(of: list)] }

  /// How many members a list has.
  @inline(__always)
  func size(of list: Int) -> Int { Int(starts[list + 1] - starts[list]) }

  /// Ends the list whose members were appended last.
  mutating func closeList() { starts.append(Int32(truncatingIfNeeded: members.count)) }

  /// For each number in `0..<memberCount` the lists that hold it. O(members).
  func transposed(memberCount: Int) -> SparseLists {
    var result = SparseLists()
    var fill = [Int32](repeating: 0, count: memberCount + 1)
    for member in members { fill[Int(member) + 1] += 1 }
    for index in 0..<memberCount { fill[index + 1] += fill[index] }
    result.starts = fill
    result.members = [Int32](repeating: 0, count: members.count)
    for list in 0..<count {
      for place in places(of: list) {
        let member = Int(members[place])
        result.members[Int(fill[member])] = Int32(truncatingIfNeeded: list)
        fill[member] += 1
      }
    }
    return result
  }

  /// Whether every member of the list `inner` is in the list `outer` of `lists`. O(sizes).
  func isContained(_ inner: Int, in outer: Int, of lists: SparseLists) -> Bool {
    var place = places(of: inner).lowerBound
    let end = places(of: inner).upperBound
    var other = lists.places(of: outer).lowerBound
    let otherEnd = lists.places(of: outer).upperBound
    while place < end {
      guard otherEnd - other >= end - place else { return false }
      let member = members[place]
      while other < otherEnd, lists.members[other] < member { other += 1 }
      guard other < otherEnd, lists.members[other] == member else { return false }
      place += 1
      other += 1
    }
    return true
  }
}
