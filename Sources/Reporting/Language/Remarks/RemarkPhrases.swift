/// What remarks on inputs say, each sentence in both languages.
enum RemarkPhrases {
  /// Where a remark applies, before what it says.
  static let places = [
    Phrase("{}, feature {}, line {}: ", "{1}, đối tượng {2}, dòng {3}: "),
    Phrase("{}, feature {}: ", "{1}, đối tượng {2}: "), Phrase("{}, line {}: ", "{1}, dòng {2}: "),
    Phrase("{}, row {}: ", "{1}, hàng {2}: "), Phrase("{}: ", "{1}: "),
  ]

  /// What stands inside a sentence.
  static let gaps = reasons + innerPlaces + [Phrase("every weight is 0", "mọi trọng số đều bằng 0")]

  private static let innerPlaces = [
    Phrase("feature {}, line {}", "đối tượng {1}, dòng {2}"), Phrase("feature {}", "đối tượng {1}"),
    Phrase("line {}", "dòng {1}"), Phrase("row {}", "hàng {1}"),
  ]

  /// What remarks say.
  static let sentences = geometries + files + villages + services

  private static let geometries = [
    Phrase("a line of one position; taken as a point", "đường chỉ có một vị trí; coi là điểm"),
    Phrase(
      "a ring of {} positions; expected at least 4, the last equal to the first; left out",
      "vòng có {1} vị trí; cần ít nhất 4, vị trí cuối trùng vị trí đầu; bỏ qua"),
    Phrase(
      "a hole of {} positions whose shell was left out; left out",
      "lỗ có {1} vị trí mà vòng ngoài đã bị bỏ qua; bỏ qua"),
    Phrase(
      "a ring that is not closed: it starts at {} and does not return there; closed",
      "vòng chưa khép kín: bắt đầu tại {1} và không quay lại đó; đã khép"),
    Phrase(
      "no point lies in this geometry; read as a place without a position",
      "không có điểm nào nằm trong hình này; coi là nơi không có toạ độ"),
    Phrase("{}; repaired", "{1}; đã sửa"), Phrase("{}; cannot be repaired; left out", "{1}; không sửa được; bỏ qua"),
  ]

  /// What GEOS says of invalid polygons (OGC Simple Features 1.2.1, 6.1.11.1).
  private static let reasons = [
    Phrase("Self-intersection at {}", "đường biên tự cắt tại {1}"),
    Phrase("Ring Self-intersection at {}", "vòng tự chạm tại {1}"),
    Phrase("Hole lies outside shell at {}", "lỗ nằm ngoài vòng bao tại {1}"),
    Phrase("Holes are nested at {}", "các lỗ lồng nhau tại {1}"),
    Phrase("Nested shells at {}", "các vòng bao lồng nhau tại {1}"),
    Phrase("Interior is disconnected at {}", "phần trong bị chia cắt tại {1}"),
    Phrase("Duplicate Rings at {}", "vòng bị lặp tại {1}"),
    Phrase("Too few points in geometry component at {}", "quá ít điểm tại {1}"),
    Phrase("Invalid Coordinate at {}", "toạ độ không hợp lệ tại {1}"),
  ]

  private static let files = [
    Phrase(
      "{} to WGS 84 by {}, without datum shift, for none is known: places may be off by hundreds of metres",
      "chuyển {1} sang WGS 84 bằng {2}, không có tham số chuyển hệ quy chiếu: vị trí có thể sai hàng trăm mét"),
    Phrase("{} to WGS 84 by {}, accuracy unknown", "chuyển {1} sang WGS 84 bằng {2}, chưa rõ độ chính xác"),
    Phrase("{} to WGS 84 by {}, accuracy {} m", "chuyển {1} sang WGS 84 bằng {2}, độ chính xác {3} m"),
    Phrase("the geometries are marked as {}", "các hình được ghi là {1}"),
    Phrase(
      "a \"crs\" member as in GeoJSON of 2008 ({}); honoured",
      "có thành phần \"crs\" theo GeoJSON 2008 ({1}); đã áp dụng"),
    Phrase("GDAL: {}", "GDAL báo: {1}"),
    Phrase("read as UTF-16, which its zero bytes suggest", "đọc theo UTF-16, dựa vào các byte 0"),
    Phrase(
      "not UTF-8 from line {} on; read as {} by a guess; if wrong, name its encoding: {}",
      "không phải UTF-8 từ dòng {1}; đọc theo {2} do phỏng đoán; nếu sai, hãy nêu bảng mã: {3}"),
    Phrase(
      "line {}: reads better as {}; read as {} like the rest",
      "dòng {1}: hợp với {2} hơn; đọc theo {3} như phần còn lại"),
    Phrase("decimal commas read as points in {}", "dấu phẩy thập phân được đọc thành dấu chấm ở cột {1}"),
    Phrase(
      "{} is taken for the northing and {} for the easting, as only so they lie in {}; "
        + "columns: in the project file decides otherwise",
      "{1} được coi là toạ độ Bắc và {2} là toạ độ Đông, vì chỉ như vậy mới nằm trong {3}; có thể đổi bằng columns: trong tệp dự án"
    ),
    Phrase(
      "{} is taken for the easting and {} for the northing, though in {} the other way would do as well; "
        + "columns: in the project file decides otherwise",
      "{1} được coi là toạ độ Đông và {2} là toạ độ Bắc, dù trong {3} ngược lại cũng được; có thể đổi bằng columns: trong tệp dự án"
    ),
    Phrase(
      "the column \"{}\" holds binary values ({}); taken as null",
      "cột \"{1}\" chứa giá trị nhị phân ({2}); coi là trống"),
  ]

  private static let villages =
    [
      ("without coordinates, so of unknown status", "không có toạ độ nên chưa rõ tình trạng"),
      (
        "with a commune code or name that the administrative tables do not have in the district and province named",
        "có mã hoặc tên xã không có trong danh mục hành chính của huyện, tỉnh đã nêu"
      ),
      (
        "with a commune name that several communes have; name the district and province, or write Xã, Phường or Thị trấn",
        "có tên xã mà nhiều xã trùng tên; hãy nêu huyện và tỉnh, hoặc ghi rõ Xã, Phường hay Thị trấn"
      ),
      (
        "without commune code or name, and in the bounds of no commune",
        "không có mã hoặc tên xã, và không nằm trong địa giới xã nào"
      ),
      (
        "with a commune inferred from the position (commune_inferred), a guess",
        "có xã được suy ra từ vị trí (commune_inferred), chỉ là phỏng đoán"
      ),
    ].map { Phrase("\($0.0): {} of {} villages; the first is {}", "{1} trên {2} thôn, bản \($0.1); đầu tiên là {3}") }
    + [
      Phrase(
        "the villages have no codes; known by the \"id\" of their features",
        "thôn, bản không có mã; dùng \"id\" của đối tượng"),
      Phrase(
        "the villages have no codes; numbered from 1 in the order of the file",
        "thôn, bản không có mã; đánh số từ 1 theo thứ tự trong tệp"),
      Phrase(
        "{} of {} villages lie in communes that were divided in 2025; their commune_code_2025 is where most went",
        "{1} trên {2} thôn, bản thuộc các xã bị chia tách năm 2025; commune_code_2025 là xã mới nhận phần lớn nhất"),
    ]

  private static let services =
    [("fibre", "cáp quang"), ("signal", "sóng di động"), ("power", "điện")].map {
      Phrase(
        "no feature counts for \($0.0), so the rule knows nothing",
        "không có đối tượng nào được tính cho \($0.1), nên quy tắc không cho biết gì")
    } + [
      Phrase(
        "{} is {}; expected metres above 0 and at most {}; not used, as with {} of {} sites",
        "{1} là {2}; cần số mét lớn hơn 0 và không quá {3}; không dùng, như {4} trên {5} trạm"),
      Phrase("{}; score and rank stay empty", "{1}; điểm và hạng để trống"),
    ]

  /// Sentences that name no file.
  static let wholes = [
    Phrase(
      "there is nothing to rank the villages by: {}; score and rank stay empty",
      "không có gì để xếp hạng thôn, bản: {1}; điểm và hạng để trống")
  ]

  /// Why a criterion takes no part in the score.
  static let droppings = [
    Phrase("no village has a status of {}", "không thôn, bản nào rõ tình trạng của {1}"),
    Phrase("no village has a number of people", "không thôn, bản nào có dân số"),
    Phrase("no village has a distance to {}", "không thôn, bản nào có khoảng cách tới {1}"),
    Phrase("no village has a value in {}", "không thôn, bản nào có giá trị ở {1}"),
  ]
}
