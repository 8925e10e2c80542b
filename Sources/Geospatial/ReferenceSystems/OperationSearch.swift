import CPROJ

/// Finds the one operation by which all coordinates of a layer are transformed.
///
/// PROJ itself may pick another operation for each coordinate, by the box the coordinate lies in. At the edge of such a
/// box a line would jump: by 0.8 m between the two operations of VN-2000 (EPSG:6960 and, in the Mekong delta, EPSG:5194),
/// by some 60 m in Hanoi 1972, where PROJ falls back to no datum shift at all. So one operation is chosen, for all
/// coordinates:
///
/// 1. the best, in PROJ's order, of those whose area meets the areas of both systems and the area asked for;
/// 2. failing that, the best one made for another area of the same datum, its accuracy then being unknown;
/// 3. failing that, one without datum shift (PROJ calls it ballpark), again of unknown accuracy.
///
/// Operations that need grids which are not installed are left out.
struct OperationSearch {
  let context: PROJContext
  let from: PROJObject
  let to: PROJObject
  let area: BoundingBox?

  /// An operation, and whether it was made for all of the area where it will be used.
  struct Candidate {
    let operation: PROJObject
    let fitsArea: Bool
  }

  /// The operation to use; nil when PROJ has none.
  func best() -> Candidate? {
    if let found = first(ballpark: false, anywhere: false) {
      return Candidate(operation: found, fitsArea: fits(found))
    }
    if let found = first(ballpark: false, anywhere: true) { return Candidate(operation: found, fitsArea: false) }
    return first(ballpark: true, anywhere: true).map { Candidate(operation: $0, fitsArea: false) }
  }

  /// Whether the operation's area covers the area asked for, else the smaller of the areas of the two systems.
  private func fits(_ operation: PROJObject) -> Bool {
    let boxes = [from.areaOfUse?.box, to.areaOfUse?.box].compactMap { $0 }
    let needed =
      area ?? boxes.min { ($0.east - $0.west) * ($0.north - $0.south) < ($1.east - $1.west) * ($1.north - $1.south) }
    guard let needed, !needed.isEmpty, let covered = operation.areaOfUse?.box else { return true }
    // Registers round their boxes to 0.01 degrees.
    let slack = 0.015
    return covered.west - slack <= needed.west && needed.east <= covered.east + slack
      && covered.south - slack <= needed.south && needed.north <= covered.north + slack
  }

  private func first(ballpark: Bool, anywhere: Bool) -> PROJObject? {
    guard let factory = proj_create_operation_factory_context(context.handle, nil) else { return nil }
    defer { proj_operation_factory_context_destroy(factory) }
    proj_operation_factory_context_set_spatial_criterion(
      context.handle, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    proj_operation_factory_context_set_grid_availability_use(
      context.handle, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
    proj_operation_factory_context_set_allow_ballpark_transformations(context.handle, factory, ballpark ? 1 : 0)
    if anywhere {
      proj_operation_factory_context_set_crs_extent_use(context.handle, factory, PJ_CRS_EXTENT_NONE)
    } else if let area, !area.isEmpty {
      // PROJ expects an east below the west across the antimeridian.
      proj_operation_factory_context_set_area_of_interest(
        context.handle, factory, area.west, area.south, area.east > 180 ? area.east - 360 : area.east, area.north)
    }
    guard let list = proj_create_operations(context.handle, from.handle, to.handle, factory) else { return nil }
    defer { proj_list_destroy(list) }
    guard proj_list_get_count(list) > 0 else { return nil }
    return PROJObject(proj_list_get(context.handle, list, 0), in: context)
  }
}
