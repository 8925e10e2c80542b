/// The upper halves of the encodings of one byte a character.
enum SingleByteTables {
  /// Windows-1258, bytes 0x80 to 0xFF, by the table that Microsoft gave to Unicode
  /// (unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1258.TXT, version 2.01).
  static let windows1258 = table(
    """
    20AC ---- 201A 0192 201E 2026 2020 2021 02C6 2030 ---- 2039 0152 ---- ---- ----
    ---- 2018 2019 201C 201D 2022 2013 2014 02DC 2122 ---- 203A 0153 ---- ---- 0178
    00A0 00A1 00A2 00A3 00A4 00A5 00A6 00A7 00A8 00A9 00AA 00AB 00AC 00AD 00AE 00AF
    00B0 00B1 00B2 00B3 00B4 00B5 00B6 00B7 00B8 00B9 00BA 00BB 00BC 00BD 00BE 00BF
    00C0 00C1 00C2 0102 00C4 00C5 00C6 00C7 00C8 00C9 00CA 00CB 0300 00CD 00CE 00CF
    0110 00D1 0309 00D3 00D4 01A0 00D6 00D7 00D8 00D9 00DA 00DB 00DC 01AF 0303 00DF
    00E0 00E1 00E2 0103 00E4 00E5 00E6 00E7 00E8 00E9 00EA 00EB 0301 00ED 00EE 00EF
    0111 00F1 0323 00F3 00F4 01A1 00F6 00F7 00F8 00F9 00FA 00FB 00FC 01B0 20AB 00FF
    """)

  /// TCVN3, bytes 0x80 to 0xFF: from 0xA0 on the second form of TCVN 5712:1993 (VN2, in the register as ISO-IR-180), of
  /// which TCVN3 (VN3) is the part without capitals that carry a tone; as in glibc's charmap TCVN5712-1. Below 0xA0 the
  /// punctuation of Windows-1252, which Word puts into text of the .VnTime fonts.
  static let tcvn3 = table(
    """
    ---- ---- ---- ---- ---- 2026 ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
    ---- 2018 2019 201C 201D 2022 2013 2014 ---- ---- ---- ---- ---- ---- ---- ----
    00A0 0102 00C2 00CA 00D4 01A0 01AF 0110 0103 00E2 00EA 00F4 01A1 01B0 0111 1EB0
    0300 0309 0303 0301 0323 00E0 1EA3 00E3 00E1 1EA1 1EB2 1EB1 1EB3 1EB5 1EAF 1EB4
    1EAE 1EA6 1EA8 1EAA 1EA4 1EC0 1EB7 1EA7 1EA9 1EAB 1EA5 1EAD 00E8 1EC2 1EBB 1EBD
    00E9 1EB9 1EC1 1EC3 1EC5 1EBF 1EC7 00EC 1EC9 1EC4 1EBE 1ED2 0129 00ED 1ECB 00F2
    1ED4 1ECF 00F5 00F3 1ECD 1ED3 1ED5 1ED7 1ED1 1ED9 1EDD 1EDF 1EE1 1EDB 1EE3 00F9
    1ED6 1EE7 0169 00FA 1EE5 1EEB 1EED 1EEF 1EE9 1EF1 1EF3 1EF7 1EF9 00FD 1EF5 1ED0
    """)

  /// A table from its hexadecimal code points in the order of the bytes; `----` where there is none.
  private static func table(_ text: String) -> [Unicode.Scalar?] {
    text.split(whereSeparator: \.isWhitespace).map { word in UInt32(word, radix: 16).flatMap(Unicode.Scalar.init) }
  }
}
