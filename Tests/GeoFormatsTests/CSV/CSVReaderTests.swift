import Geospatial
import Testing

@testable import GeoFormats

@Suite struct CSVReaderTests {
  static func position(_ layer: Layer, _ feature: Int) -> Coordinate? {
    let range = layer.geometries.coordinates(ofFeature: feature)
    return range.isEmpty ? nil : layer.geometries.coordinates[range.lowerBound]
  }

  @Test(arguments: [
    "lon,lat,name\n105.5,21.25,Bản\n", "lon,lat,name\r\n105.5,21.25,Bản\r\n", "lon;lat;name\n105.5;21.25;Bản",
    "lon\tlat\tname\n105.5\t21.25\tBản\n", "lon|lat|name\n105.5|21.25|Bản\n", "\u{FEFF}lon,lat,name\n105.5,21.25,Bản",
    "\n\nlon,lat,name\n\n105.5,21.25,Bản\n\n", "\"lon\",\"lat\",\"name\"\n\"105.5\",\"21.25\",\"Bản\"\n",
    " lon , lat , name \n 105.5 , 21.25 , Bản \n", "name,Y,X\nBản,21.25,105.5\n",
    "vĩ độ,kinh độ,name\n21.25,105.5,Bản\n",
    "Latitude,LONGITUDE,name\n21.25,105.5,Bản\n",
  ])
  func `delimiter, columns and line ends are found`(text: String) async throws {
    let layer = try await layer(text, ending: "csv", keys: ["name"])
    #expect(layer.count == 1)
    #expect(Self.position(layer, 0) == Coordinate(longitude: 105.5, latitude: 21.25))
    #expect(layer.attributes.value(ofFeature: 0, key: 0) == .text("Bản"))
    #expect(layer.geometries.partKinds == [.point])
  }

  @Test func `quotes hold delimiters, quotes and line breaks`() async throws {
    let text = "lon,lat,name\n1,2,\"a, b\"\n3,4,\"he said \"\"yes\"\"\"\n5,6,\"two\nlines\"\n7,8,\"\"\"\"\n9,9,\"\"\n"
    let layer = try await layer(text, ending: "csv", keys: ["name"])
    let names = (0..<layer.count).map { layer.attributes.value(ofFeature: $0, key: 0) }
    #expect(names == [.text("a, b"), .text("he said \"yes\""), .text("two\nlines"), .text("\""), .null])
    #expect(layer.properties(2) == ["lon=5", "lat=6", #"name="two\nlines""#])
    #expect((0..<layer.count).map { layer.place(ofFeature: $0).place } == [2, 3, 4, 6, 7].map { "line \($0)" })
  }

  @Test func `a column of numbers is numbers and one with a leading zero stays text`() async throws {
    let text =
      "lon,lat,code,people,mixed,empty,huge,plus\n1,2,00127,350,5,,12345678901234567890,+1\n3,4,10001,,x,,1e3,2\n"
    let layer = try await layer(text, ending: "csv")
    #expect(
      layer.properties(0)
        == [
          "lon=1", "lat=2", #"code="00127""#, "people=350", #"mixed="5""#, "empty=null",
          #"huge="12345678901234567890""#,
        ]
        + [#"plus="+1""#])
    #expect(
      layer.properties(1)
        == [
          "lon=3", "lat=4", #"code="10001""#, "people=null", #"mixed="x""#, "empty=null", #"huge="1e3""#, #"plus="2""#,
        ])
  }

  @Test func `a row without coordinates is a feature without geometry`() async throws {
    let layer = try await layer("lon,lat,n\n,,1\n105,21,2\n,21,3\n", ending: "csv")
    #expect(layer.count == 3)
    #expect(Self.position(layer, 0) == nil)
    #expect(Self.position(layer, 1) == Coordinate(longitude: 105, latitude: 21))
    #expect(Self.position(layer, 2) == nil)
  }

  @Test(arguments: [
    ("", "0.csv: the file is empty; expected a header line"),
    (
      "lon,lat\n105.5,\"21,5\"\n",
      #"line 2: lat is "21,5"; expected a number such as 105.8342 with a point, or nothing"#
    ),
    ("lon,lat\n1,2\n\nabc,2\n", #"line 4: lon is "abc"; expected a number"#),
    ("lon,lat\n1,0x10\n", "expected a number"), ("lon,lat\n1,nan\n", "expected a number"),
    ("lon,lat,n\n1,2\n", "line 2: 2 cells; expected 3 as in the header"),
    ("lon,lat\n1,2,\n", "line 2: 3 cells; expected 2 as in the header"),
    ("lon,lat,a,a\n1,2,3,4\n", #"line 1: the column "a" stands twice; names must differ"#),
    ("name,lat\nx,2\n", "no column looks like a longitude"), ("lon,name\n1,x\n", "no column looks like a latitude"),
    ("lon,lat,n\n1,2,\"x\n3,4,y\n", "line 2: a quoted cell is not closed"),
    ("lon,lat,n\n1,2,\"x\"y\n", "line 2: text follows a quoted cell"),
    ("lon,lat,n\n1,2,\"x\ny\"\nbad,4,y\n", "line 4: lon is \"bad\""),
    ("lon,lat,n\nbad,2,\"x\ny\"\n", "line 2: lon is \"bad\""),
    ("lon,lat\n1059.3,21\n", "line 2: longitude 1059.3, latitude 21.0 is out of range"),
  ])
  func `what is wrong is told with its line`(text: String, message: String) async throws {
    let found = try #require(try await failure(text, ending: "csv"))
    #expect(found.contains(message), "\(found)")
  }

  @Test func `text in other encodings is told`() async throws {
    await #expect {
      _ = try await layer(bytes: [Array("lon,lat,n\n1,2,a\n3,4,x".utf8) + [0xE9, 0x0A]], ending: "csv")
    } throws: {
      "\($0)".hasPrefix("0.csv, line 3, column 6: found byte 0xE9, which is not UTF-8; save the file as UTF-8, or ")
    }
    await #expect {
      _ = try await layer(bytes: [[0xFF, 0xFE] + Array("lon".utf8)], ending: "csv")
    } throws: {
      "\($0)".contains("UTF-16")
    }
  }

  @Test func `columns may be named and the delimiter given`() async throws {
    let options = CSVOptions(longitudeColumn: "a,b", latitudeColumn: "c", delimiter: UInt8(ascii: ";"))
    let layer = try await layer("lon;lat;a,b;c\n0;0;105;21\n", ending: "csv", csv: options)
    #expect(Self.position(layer, 0) == Coordinate(longitude: 105, latitude: 21))
    await #expect(throws: FormatError.self) {
      _ = try await GeoFormatsTests.layer("lon,lat\n0,0\n", ending: "csv", csv: CSVOptions(longitudeColumn: "x"))
    }
  }

  @Test func `text of any bytes is read or refused and never worse`() async throws {
    var random = SeededGenerator(seed: 12)
    let alphabet = Array("\"\"\"\n\n\r,,;\t19.-eaé ".utf8)
    let folder = try TemporaryFolder()
    for _ in 0..<2_000 {
      let tail = (0..<random.integer(0...40)).map { _ in alphabet[random.integer(0...(alphabet.count - 1))] }
      let path = try folder.write(Array("lon,lat,n\n".utf8) + tail, as: "x.csv")
      guard let layer = try? await LayerReader.read(LayerRequest(name: "x", paths: [path], keys: ["n"])) else {
        continue
      }
      for feature in 0..<layer.count { #expect(layer.properties(feature).count == 3) }
    }
  }
}

@Suite struct TableTests {
  @Test func `a table gives its columns by name`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("\u{FEFF}code,name\r\n00127,\"Xã A, B\"\r\n".utf8, as: "t.csv")
    let table = try Table(contentsOf: path)
    #expect(table.header == ["code", "name"])
    #expect(table.rows == [["00127", "Xã A, B"]])
    #expect(try table.column("name", path: path) == 1)
    #expect(throws: FormatError(file: path, place: "line 1", problem: "there is no column \"x\"; found code, name")) {
      _ = try table.column("x", path: path)
    }
    let uneven = try folder.write("a,b\n1,\"x\ny\"\n1\n".utf8, as: "u.csv")
    #expect(throws: FormatError(file: uneven, place: "line 4", problem: "1 cells; expected 2 as in the header")) {
      _ = try Table(contentsOf: uneven)
    }
    #expect(throws: FormatError.self) { _ = try Table(contentsOf: folder.path + "/none.csv") }
  }
}
