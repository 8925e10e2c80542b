/// The Common Query Language of the Open Geospatial Consortium, OGC 21-065r2, in its text form.
///
/// ```swift
/// let filter = try CQL2.Filter("people >= 200 AND fibre = 'unserved' AND DISTANCE(geometry, POINT(103.02 21.39)) < 2e4")
/// let layer = try await LayerReader.read(LayerRequest(name: "villages", paths: [path], keys: filter.propertyNames))
/// let mask = try filter.bound(to: CQL2.Columns(layer)).mask()
/// ```
///
/// The grammar is the one of annex B. All requirements classes of the text form are there: Basic CQL2 (clause 6),
/// advanced comparison, case- and accent-insensitive comparison, spatial, temporal and array functions, property-property
/// comparison, functions and arithmetic (clause 7). Where the standard leaves a choice, or the project goes further:
///
/// - **Numbers in text.** Next to a number, a property is read as a number, also where it is text that spells one, as
///   every cell of a CSV file is (``AttributeValue/number``); next to text a number is read as its shortest spelling.
///   Two properties are compared as numbers where both can be read so, else as text, else as booleans. A value that
///   cannot be read as the other side's type counts as NULL (permission `/per/basic-cql2/type-casts`).
/// - **Missing values.** NULL is a property that is absent, null, or text of nothing but white space, which a CSV file
///   cannot tell apart (``AttributeValue/isEmpty``). White space at both ends of a text does not count.
/// - **Text** is compared by Unicode scalars in composed form (`/rec/core/string-normalization`): `ắ` is the same
///   however it is spelt.
/// - **Arithmetic** that has no finite result, such as a division by zero, is NULL. `div` drops the fraction, and `%` has
///   the sign of its left side. `a ^ b ^ c` is refused, as by the grammar; a minus before parentheses is taken.
/// - **Dates and timestamps** compare as dates when one side is a date. A property may carry an offset from UTC; without
///   one it is UTC. Intervals with a timestamp among their four ends compare to the nanosecond, a date standing for its
///   whole day.
/// - **Geometry.** `geometry` or `geom` is the feature's geometry; the heights of literals are tolerated and unused.
///   Edges are straight in longitude and latitude; what crosses the antimeridian is cut there (RFC 7946, 3.1.9).
/// - **Functions** (clause 7.10 leaves them open): ``Function``, among them `DISTANCE` in geodesic metres.
/// - **Quoted names** may hold any character, where annex B wants an identifier inside the quotes too.
public enum CQL2 {}
