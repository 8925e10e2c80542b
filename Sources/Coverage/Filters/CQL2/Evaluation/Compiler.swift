import GeoFormats
import Geospatial

extension CQL2 {
  /// Judges a feature.
  typealias Condition = (Int) throws -> Truth
  /// Reads a number of a feature; NaN for NULL.
  typealias NumberReader = (Int) throws -> Double
  /// Appends text of a feature, in UTF-8; false, and nothing is appended, for NULL.
  typealias TextReader = (Int, inout [UInt8]) throws -> Bool

  /// Makes a checked tree into functions of a feature, once per task.
  ///
  /// What does not depend on the feature is worked out here: columns, folded literals, patterns, prepared geometries.
  struct Compiler {
    let columns: Columns
    let distances: [GeometryLiteral: DistanceIndex]
    let geos = GEOSHolder()
    private let types: TypeCheck

    /// A context of GEOS, made when it is first needed.
    final class GEOSHolder {
      private var made: GEOSContext?

      func context() throws -> GEOSContext {
        if let made { return made }
        let context = try GEOSContext()
        made = context
        return context
      }
    }

    init(_ bound: BoundFilter) {
      let columns = bound.columns
      self.columns = columns
      distances = bound.distances
      types = TypeCheck(text: bound.filter.text, property: { columns.source(of: $0)?.type ?? .any })
    }

    func type(of expression: Expression) throws -> ValueType { try types.type(of: expression) }

    /// What a property stands for; the names were checked when the filter was bound.
    func source(_ name: String) throws -> Columns.Source {
      guard let source = columns.source(of: name) else {
        throw EvaluationError(feature: 0, problem: "there is no property \(name)")
      }
      return source
    }

    /// An error of this compiler: a node that the check lets through and no function is made of.
    func unsupported(_ expression: Expression) -> EvaluationError {
      EvaluationError(feature: 0, problem: "\(expression) cannot be evaluated here")
    }

    // MARK: Conditions

    /// What judges a condition, or reads a boolean.
    func condition(_ expression: Expression) throws -> Condition {
      switch expression.form {
      case .boolean(let flag):
        let truth = Truth(flag)
        return { _ in truth }
      case .property(let name): return try boolean(source(name), expression)
      case .and(let members): return try conjunction(members)
      case .or(let members): return try disjunction(members)
      case .not(let inner):
        let inner = try condition(inner)
        return { try inner($0).negated }
      case .comparison(let comparison, let a, let b): return try self.comparison(comparison, a, b)
      case .like(let value, let pattern, let isNegated): return try like(value, pattern, isNegated)
      case .between(let value, let low, let high, let isNegated): return try between(value, low, high, isNegated)
      case .inList(let value, let list, let isNegated): return try inList(value, list, isNegated)
      case .isNull(let value, let isNegated): return try isNull(value, isNegated)
      case .spatial(let relation, let a, let b): return try spatial(relation, a, b)
      case .temporal(let relation, let a, let b): return try temporal(relation, a, b)
      case .arrays(let relation, let a, let b): return try arrays(relation, a, b)
      default: throw unsupported(expression)
      }
    }

    /// False as soon as one member is; the cheap ones are asked first.
    private func conjunction(_ members: [Expression]) throws -> Condition {
      let members = try Cost.sorted(members).map(condition)
      return { feature in
        var truth = Truth.yes
        for member in members {
          switch try member(feature) {
          case .no: return .no
          case .unknown: truth = .unknown
          case .yes: continue
          }
        }
        return truth
      }
    }

    /// True as soon as one member is; the cheap ones are asked first.
    private func disjunction(_ members: [Expression]) throws -> Condition {
      let members = try Cost.sorted(members).map(condition)
      return { feature in
        var truth = Truth.no
        for member in members {
          switch try member(feature) {
          case .yes: return .yes
          case .unknown: truth = .unknown
          case .no: continue
          }
        }
        return truth
      }
    }

    private func between(
      _ value: Expression, _ low: Expression, _ high: Expression, _ isNegated: Bool
    ) throws -> Condition {
      let (value, low, high) = (try number(value), try number(low), try number(high))
      return { feature in
        let (value, low, high) = (try value(feature), try low(feature), try high(feature))
        if value.isNaN || low.isNaN || high.isNaN { return .unknown }
        return Truth((value >= low && value <= high) != isNegated)
      }
    }
  }

  /// A guess at what judging an expression takes, to ask the cheap conditions first.
  enum Cost {
    static func sorted(_ expressions: [Expression]) -> [Expression] {
      expressions.enumerated().map { (cost: cost($0.element), place: $0.offset, expression: $0.element) }
        .sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }.map(\.expression)
    }

    private static func cost(_ expression: Expression) -> Int {
      let own =
        switch expression.form {
        case .spatial: 1000
        case .call: 500
        case .arrays, .temporal: 50
        case .caseFolded, .accentFolded, .like: 5
        default: 1
        }
      return expression.children.reduce(own) { $0 + cost($1) }
    }
  }
}
