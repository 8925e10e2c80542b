/// What the dataset must count to.
struct Notice {
  let villages: Int
  let withFibre: Int
  let withoutSignal: Int
  let withoutPower: Int

  /// Notice 06/TB-VPCP of the Government Office of Vietnam, 10 January 2024, on two years of Project 06.
  static let number6Of2024 = Notice(villages: 6_786, withFibre: 3_235, withoutSignal: 689, withoutPower: 118)
}

/// The rules of `phusong.yml`, as the generator applies them.
enum Rules {
  /// A village has fibre with an operational route or access point this near, in **metres**.
  static let fibreMetres = 500.0
  /// A village has power with a distribution line this near, in **metres**.
  static let powerMetres = 1_000.0
  /// The highest voltage that counts as distribution, in **kilovolts**.
  static let greatestDistributionKilovolts = 35.0
}

/// How far every village stays from a threshold, so that any correct overlay finds the same statuses.
enum Margins {
  /// From the distances of the rules, in **metres**: more than a planar or spherical distance can be off at 1 km.
  static let distanceMetres = 12.0
  /// From the border of any polygon that counts, in **metres**: more than simplification or snapping moves a border.
  static let borderMetres = 22.0
  /// From the edge of a tower's range, in **metres**: a spherical distance is off by 0.4 %, 14 m at 3.5 km.
  static let rangeMetres = 24.0
}
