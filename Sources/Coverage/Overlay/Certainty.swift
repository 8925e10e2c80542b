/// What one rule says of a village whose position is known to an accuracy only.
///
/// Let *p* be the position given, *a* the accuracy, and *D* all positions at most *a* from *p*. A rule is `served` when
/// it serves every position of *D*, `unserved` when it serves none, else `doubtful`, by these tests, which may call
/// doubtful what is not, but never the other way round:
///
/// | rule | served | unserved |
/// | --- | --- | --- |
/// | within *m* | distance + *a* < *m* | distance - *a* > *m* |
/// | inside | one polygon feature holds *p*, its border more than *a* away | no polygon holds *p*, no border within *a* |
/// | range | one site lies nearer than its range by more than *a* | all sites lie farther than theirs by more than *a* |
///
/// A rule with an extent is doubtful where the border of the extent is within *a*; outside it says nothing.
///
/// A service is served where any rule serves, so its answer at *p* is **certain** when it is served and any rule is
/// `served`, or unserved and every rule that speaks is `unserved`; else **doubtful**.
///
/// *Proof.* Geodesic distance is a metric, so for *q* in *D* the distance to a set of features differs from that of *p* by
/// at most *a*: this settles `within` and, site by site, `range`. If a polygon held *p* and not *q*, the geodesic from *p*
/// to *q*, no longer than *a*, would cross its border, so the border would be within *a*; likewise the other way. Hence
/// a rule that is `served` serves all of *D*, and with it the service; and where each rule serves no position of *D*, the
/// service serves none. That several rules together may serve all of *D*, as two polygons side by side do, while none
/// does so alone, is left as doubtful.
///
/// Edges of polygons are straight in longitude and latitude for the test of inside and geodesics for the distance; over
/// an edge of 10 km in Vietnam these lie up to 1 metre apart, which an accuracy worth the name exceeds.
enum Certainty: Sendable {
  case served, unserved, doubtful

  /// That of a rule within a threshold; both distances in **metres**.
  init(distanceMetres: Double, thresholdMetres: Double, accuracyMetres: Double) {
    if accuracyMetres == 0 {
      self = distanceMetres <= thresholdMetres ? .served : .unserved
    } else if distanceMetres + accuracyMetres < thresholdMetres {
      self = .served
    } else {
      self = distanceMetres - accuracyMetres > thresholdMetres ? .unserved : .doubtful
    }
  }
}

/// Whether an answer would be the same wherever, within its accuracy, the village may lie.
public enum Confidence: String, Sendable, CustomStringConvertible {
  /// No position within the accuracy changes the answer.
  case certain
  /// Some position within the accuracy may change the answer.
  case doubtful

  /// The word used in every output.
  public var description: String { rawValue }
}
