import Geospatial

/// Checks where villages lie against where their communes are.
public enum CommuneChecks {
  /// Findings on villages outside the bounds of every commune (an error past `limits.abroadMetres`: in the sea or abroad;
  /// nearer a warning), outside those of their own (a warning), and with a commune code that is not known (a warning),
  /// each with its distance.
  public static func findings(
    in villages: VillageRecords, bounds: CommuneBounds, layer: String, limits: QualityLimits
  ) -> [QualityFinding] {
    let everywhere = Array(bounds.communes.indices)
    return (0..<villages.count).compactMap { village in
      let place = villages.coordinates[village].orNil
      let code = villages.text(of: .communeCode, village: village)
      let code2025 = villages.text(of: .communeCode2025, village: village)
      let own = bounds.communes(code: code, code2025: code2025)
      let away = place.flatMap { bounds.nearest(of: own, to: $0) }
      if away?.metres == 0 { return nil }
      if let place, !bounds.holds(place), let nearest = bounds.nearest(of: everywhere, to: place),
        nearest.metres > limits.abroadMetres || own.isEmpty
      {
        let isAbroad = nearest.metres > limits.abroadMetres
        return QualityFinding(
          isAbroad ? .error : .warning, .outsideVietnam, layer: layer, feature: village,
          "lies outside the bounds of every commune\(isAbroad ? ", in the sea or abroad" : ""); the nearest, "
            + "\(name(nearest.commune, bounds)), is \(Rounded.distance(nearest.metres)) away",
          at: place, distanceMetres: nearest.metres)
      }
      if let away {
        return QualityFinding(
          .warning, .outsideCommune, layer: layer, feature: village,
          "lies \(Rounded.distance(away.metres)) outside the bounds of its commune, \(name(away.commune, bounds))",
          at: place, distanceMetres: away.metres)
      }
      guard own.isEmpty, let unknown = code ?? code2025 else { return nil }
      return QualityFinding(
        .warning, .unknownCommune, layer: layer, feature: village,
        "has the commune code \"\(unknown)\", which the administrative tables do not have", at: place)
    }
  }

  private static func name(_ commune: Int, _ bounds: CommuneBounds) -> String {
    "\(bounds.communes[commune].name) (\(bounds.communes[commune].code))"
  }
}
