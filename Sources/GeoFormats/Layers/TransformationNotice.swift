import Geospatial

extension Transformation {
  /// The accuracy past which a transformation is worth a warning, in **metres**.
  static let worrisomeAccuracyMetres = 5.0

  /// What was done to the coordinates of a file and how far off they may be for it: information, unless the datum shift is
  /// missing or the accuracy is unknown or worse than 5 metres.
  func notice(file: String) -> Layer.Notice {
    var text = "\(file): \(from) to WGS 84 by \(operationName)"
    if isBallpark {
      text += ", without datum shift, for none is known: places may be off by hundreds of metres"
    } else if let accuracyMetres {
      text += ", accuracy \(Self.text(accuracyMetres)) m"
    } else {
      text += ", accuracy unknown"
    }
    let isWorrisome = isBallpark || (accuracyMetres ?? .infinity) > Self.worrisomeAccuracyMetres
    return Layer.Notice(feature: nil, text: text, isLoss: false, isInformation: !isWorrisome)
  }

  private static func text(_ metres: Double) -> String {
    metres == metres.rounded() && metres < 1e6 ? String(Int(metres)) : String(metres)
  }
}
