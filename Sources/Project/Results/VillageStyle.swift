import GeoFormats

/// How the villages are drawn: by the number of services that they lack, from green for none to dark red for all three.
public enum VillageStyle {
  /// The column that the style reads.
  static let column = "missing"

  /// One colour of the map.
  struct Category: Sendable {
    /// How many services are missing.
    var value: Int
    /// What the legend says.
    var label: String
    /// Red, green and blue, 0 to 255.
    var colour: (red: Int, green: Int, blue: Int)
    /// The diameter of the dot, in **millimetres**.
    var sizeMillimetres: Double

    var hexadecimal: String {
      "#"
        + [colour.red, colour.green, colour.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// Colours of ColorBrewer's diverging scheme RdYlGn, which the colour-blind tell apart by lightness and size as well.
  static let categories = [
    Category(value: 0, label: "nothing missing", colour: (26, 152, 80), sizeMillimetres: 1.4),
    Category(value: 1, label: "one service missing", colour: (254, 224, 139), sizeMillimetres: 1.8),
    Category(value: 2, label: "two services missing", colour: (244, 109, 67), sizeMillimetres: 2.2),
    Category(value: 3, label: "three services missing", colour: (165, 0, 38), sizeMillimetres: 2.6),
  ]

  /// The style of `villages.gpkg`.
  public static let style = LayerStyle(
    name: "missing services", description: "Villages by how many of fibre, signal and power they lack", qml: qml,
    sld: sld)

  private static var qml: String {
    let legend = categories.map { category in
      "   <category symbol=\"\(category.value)\" value=\"\(category.value)\" label=\"\(category.label)\" render=\"true\"/>"
    }
    let symbols = categories.map { category in
      """
         <symbol name="\(category.value)" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
          <layer class="SimpleMarker" enabled="1" locked="0" pass="\(category.value)">
           <Option type="Map">
            <Option name="name" type="QString" value="circle"/>
            <Option name="color" type="QString" \
      value="\(category.colour.red),\(category.colour.green),\(category.colour.blue),255"/>
            <Option name="outline_color" type="QString" value="64,64,64,255"/>
            <Option name="outline_width" type="QString" value="0.1"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="size" type="QString" value="\(category.sizeMillimetres)"/>
            <Option name="size_unit" type="QString" value="MM"/>
           </Option>
          </layer>
         </symbol>
      """
    }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22.0" styleCategories="Symbology">
       <renderer-v2 type="categorizedSymbol" attr="\(column)" symbollevels="1" enableorderby="0" forceraster="0">
        <categories>
      \(legend.joined(separator: "\n"))
        </categories>
        <symbols>
      \(symbols.joined(separator: "\n"))
        </symbols>
       </renderer-v2>
       <layerGeometryType>0</layerGeometryType>
      </qgis>

      """
  }

  /// By OGC 05-078r4 and 05-077r4; a size is in pixels of 0.28 **millimetres** (OGC 05-077r4, section 10.2).
  private static var sld: String {
    let rules = categories.map { category in
      """
          <se:Rule>
           <se:Name>\(category.label)</se:Name>
           <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>\(column)</ogc:PropertyName>\
      <ogc:Literal>\(category.value)</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
           <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName>\
      <se:Fill><se:SvgParameter name="fill">\(category.hexadecimal)</se:SvgParameter></se:Fill>\
      <se:Stroke><se:SvgParameter name="stroke">#404040</se:SvgParameter></se:Stroke></se:Mark>\
      <se:Size>\(Int((category.sizeMillimetres / 0.28).rounded()))</se:Size></se:Graphic></se:PointSymbolizer>
          </se:Rule>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" \
      xmlns:ogc="http://www.opengis.net/ogc" version="1.1.0">
       <NamedLayer>
        <se:Name>villages</se:Name>
        <UserStyle>
         <se:FeatureTypeStyle>
      \(rules.joined(separator: "\n"))
         </se:FeatureTypeStyle>
        </UserStyle>
       </NamedLayer>
      </StyledLayerDescriptor>

      """
  }
}
