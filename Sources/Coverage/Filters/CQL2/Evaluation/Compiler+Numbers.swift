import GeoFormats
import Geospatial
import Glibc

extension CQL2.Compiler {
  typealias Expression = CQL2.Expression

  /// What reads a number.
  func number(_ expression: Expression) throws -> CQL2.NumberReader {
    switch expression.form {
    case .number(let number): return { _ in number }
    case .property(let name): return try number(source(name), expression)
    case .negated(let inner):
      let inner = try number(inner)
      return { -(try inner($0)) }
    case .power(let base, let exponent):
      let (base, exponent) = (try number(base), try number(exponent))
      return { CQL2.Arithmetic.finite(pow(try base($0), try exponent($0))) }
    case .arithmetic(let first, let steps): return try arithmetic(first, steps)
    case .call(let name, let arguments): return try call(name, arguments, expression)
    default: throw unsupported(expression)
    }
  }

  private func arithmetic(_ first: Expression, _ steps: [Expression.ArithmeticStep]) throws -> CQL2.NumberReader {
    let first = try number(first)
    let steps = try steps.map { (operator: $0.operator, operand: try number($0.operand)) }
    if steps.count == 1 {
      let (step, operand) = steps[0]
      return { CQL2.Arithmetic.apply(step, try first($0), try operand($0)) }
    }
    return { feature in
      var value = try first(feature)
      for step in steps { value = CQL2.Arithmetic.apply(step.operator, value, try step.operand(feature)) }
      return value
    }
  }

  private func number(_ source: CQL2.Columns.Source, _ expression: Expression) throws -> CQL2.NumberReader {
    switch source {
    case .attribute(let key):
      guard let table = columns.attributes else { break }
      return { table.number(ofFeature: $0, key: key) ?? .nan }
    case .column(.numbers(let numbers)): return { numbers[$0] }
    case .column(.integers(let numbers)): return { Double(numbers[$0]) }
    case .column(.values(let value)): return { value($0)?.number ?? .nan }
    case .column, .geometry: break
    }
    throw unsupported(expression)
  }
}

extension CQL2 {
  /// Numbers as the language reckons with them: NaN is NULL, and so is every result that is not finite.
  enum Arithmetic {
    @inline(__always)
    static func finite(_ number: Double) -> Double { number.isFinite ? number : .nan }

    @inline(__always)
    static func apply(_ operator: ArithmeticOperator, _ a: Double, _ b: Double) -> Double {
      switch `operator` {
      case .plus: finite(a + b)
      case .minus: finite(a - b)
      case .times: finite(a * b)
      case .divide: finite(a / b)
      case .modulo: finite(a.truncatingRemainder(dividingBy: b))
      // Without the remainder first, a quotient just below a whole number could be rounded up to it.
      case .integerDivide: finite(((a - a.truncatingRemainder(dividingBy: b)) / b).rounded())
      }
    }
  }
}
