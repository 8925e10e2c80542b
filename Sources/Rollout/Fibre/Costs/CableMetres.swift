/// Cable by terrain, in whole **metres**.
struct CableMetres: Hashable, Sendable {
  private var plain: Int32 = 0
  private var hill: Int32 = 0
  private var mountain: Int32 = 0

  subscript(terrain: Terrain) -> Int32 {
    get {
      switch terrain {
      case .plain: plain
      case .hill: hill
      case .mountain: mountain
      }
    }
    set {
      switch terrain {
      case .plain: plain = newValue
      case .hill: hill = newValue
      case .mountain: mountain = newValue
      }
    }
  }
}
