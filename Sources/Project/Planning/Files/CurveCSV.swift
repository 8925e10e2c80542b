import GeoFormats

/// Writes `curve.csv`: how many people some amounts of money serve, and how many they can serve at most.
enum CurveCSV {
  /// The whole text; people by priority for that objective. A person counts once for each service.
  static func text(_ plan: Plan) -> [UInt8] {
    var bytes: [UInt8] = Array("money,benefit,bound,gap,currency\n".utf8)
    for point in plan.curve {
      bytes.append(contentsOf: "\(point.money),".utf8)
      bytes.append(fixed: point.benefit, decimals: 3, trimsZeros: true)
      bytes.append(text: ",")
      bytes.append(fixed: point.bound, decimals: 3, trimsZeros: true)
      bytes.append(text: ",")
      bytes.append(fixed: point.bound > 0 ? 1 - point.benefit / point.bound : 0, decimals: 6, trimsZeros: true)
      bytes.append(contentsOf: ",\(plan.request.catalogue.currency)\n".utf8)
    }
    return bytes
  }
}
