/// The best and the worst rank that villages with three criteria can have within a box of weights, by looking at every cell.
///
/// A rank hangs on the direction of the weights alone, and the directions of a box are a cone. The planes on which a rival
/// equals the village cut it into smaller cones, and within the inside of each, of each face and of each edge nothing
/// changes. The edges are where two planes meet, and the sum of three independent edges of a cone lies inside it; so all
/// sums of up to three edges are tried, in whole numbers.
struct PlainRankExtremes {
  /// Three whole numbers per village.
  let rows: [[Int]]
  /// Three whole numbers above 0.
  let lower: [Int]
  let upper: [Int]

  /// The best and the worst rank of a village; of equal sums the first village stands above.
  func ranks(of village: Int) -> ClosedRange<Int> {
    let rivals = rows.map { row in (0..<3).map { row[$0] - rows[village][$0] } }
    let edges = edges(rivals)
    var (best, worst) = (Int.max, Int.min)
    for first in edges.indices {
      for second in first..<edges.count {
        for third in second..<edges.count {
          let weights = (0..<3).map { edges[first][$0] + edges[second][$0] + edges[third][$0] }
          let rank = rank(of: village, rivals, weights)
          (best, worst) = (min(best, rank), max(worst, rank))
        }
      }
    }
    return best...worst
  }

  private func rank(of village: Int, _ rivals: [[Int]], _ weights: [Int]) -> Int {
    1
      + rivals.indices.count { rival in
        let sum = dot(rivals[rival], weights)
        return sum > 0 || sum == 0 && rival < village
      }
  }

  private func edges(_ rivals: [[Int]]) -> [[Int]] {
    let sides = sides
    let planes = Array(Set(rivals + sides))
    var edges: Set<[Int]> = []
    for first in planes.indices {
      for second in 0..<first {
        let (a, b) = (planes[first], planes[second])
        let cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
        let divisor = cross.reduce(0, PlainRankExtremes.gcd)
        guard divisor > 0 else { continue }
        for sign in [1, -1] {
          let edge = cross.map { sign * $0 / divisor }
          if sides.allSatisfy({ dot($0, edge) >= 0 }) { edges.insert(edge) }
        }
      }
    }
    return Array(edges)
  }

  /// The sides of the cone: weight j is at least lower j / upper i of weight i.
  private var sides: [[Int]] {
    (0..<3).flatMap { i in
      (0..<3).filter { $0 != i }.map { j in
        var side = [0, 0, 0]
        (side[j], side[i]) = (upper[i], -lower[j])
        return side
      }
    }
  }

  private func dot(_ a: [Int], _ b: [Int]) -> Int { a[0] * b[0] + a[1] * b[1] + a[2] * b[2] }

  private static func gcd(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
