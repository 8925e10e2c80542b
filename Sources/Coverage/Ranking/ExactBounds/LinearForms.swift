/// Linear forms of the weights, one per rival of a village: by how much the rival's weighted criteria exceed the village's.
///
/// A form counts against the village where it is above 0, and where it is 0 and the rival wins ties. Constants, factors and
/// weights are whole numbers, or halves, small enough that a `Double` holds every sum exactly (see ``CriteriaColumns``).
struct LinearForms: Sendable {
  /// How many weights are free; others are part of the constants.
  let width: Int
  /// The constant of each form.
  private(set) var constants: [Double] = []
  /// The factors of the free weights, form by form.
  private(set) var factors: [Double] = []
  /// Whether each form counts where it is 0.
  private(set) var countsAtZero: [Bool] = []

  init(width: Int) { self.width = width }

  /// How many forms there are.
  var count: Int { constants.count }

  mutating func append(constant: Double, factors: some Sequence<Double>, countsAtZero: Bool) {
    constants.append(constant)
    self.factors.append(contentsOf: factors)
    self.countsAtZero.append(countsAtZero)
  }

  /// The value of a form at `weights`.
  @inline(__always)
  func value(_ form: Int, at weights: [Double]) -> Double {
    var sum = constants[form]
    let start = form * width
    for index in 0..<width { sum += factors[start + index] * weights[index] }
    return sum
  }

  /// Whether a form counts where it has this value.
  @inline(__always)
  func counts(_ form: Int, value: Double) -> Bool { value > 0 || value == 0 && countsAtZero[form] }

  /// The open forms of `region` alone, with the weights that it leaves free; the others become part of the constants.
  func narrowed(to region: WeightRegion) -> (forms: LinearForms, region: WeightRegion) {
    let free = (0..<width).filter { region.lower[$0] < region.upper[$0] }
    var narrow = LinearForms(width: free.count)
    var settled = region.lower
    for index in free { settled[index] = 0 }
    for form in region.open.map(Int.init) {
      narrow.append(
        constant: value(form, at: settled), factors: free.map { factors[form * width + $0] },
        countsAtZero: countsAtZero[form])
    }
    let open = narrow.constants.indices.map { UInt32(truncatingIfNeeded: $0) }
    return (
      narrow,
      WeightRegion(
        lower: free.map { region.lower[$0] }, upper: free.map { region.upper[$0] }, open: open, counted: region.counted)
    )
  }
}
