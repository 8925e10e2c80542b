import Foundation
import Testing

@testable import Reporting

@Suite struct MarkupTests {
  @Test(arguments: [
    ("Bản Đá", "Bản Đá"), ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"),
    ("</script>", "&lt;/script&gt;"), ("a\u{0}b\u{1B}[2J", "a\u{FFFD}b\u{FFFD}[2J"),
    ("one\ntwo\tthree", "one two three"),
    ("abc\u{202E}cba", "abc\u{FFFD}cba"), ("\u{2028}", "\u{FFFD}"), ("😀", "😀"),
  ])
  func `text means itself`(text: String, expected: String) {
    let markup: Markup = "<b>\(text)</b>"
    #expect(markup.text == "<b>\(expected)</b>")
  }

  @Test func `markup in markup stays as it is`() {
    let inner: Markup = "<i>\("&")</i>"
    let outer: Markup = "<p>\(inner)\([inner, inner])\(7)</p>"
    #expect(outer.text == "<p><i>&amp;</i><i>&amp;</i><i>&amp;</i>7</p>")
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!--", "a\u{2028}b\u{2029}c", "\"quoted\" \\ back", "đ & \u{1}", "–",
  ])
  func `JSON in a script cannot leave its string and reads back`(text: String) throws {
    var json = ScriptJSON()
    json.array { $0.value(text) }
    let written = String(decoding: json.bytes, as: UTF8.self)
    #expect(!written.contains("<") && !written.contains(">") && !written.contains("\u{2028}") && !written.contains("&"))
    #expect(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String] == [text])
  }

  @Test func `JSON is what it is written as`() {
    var json = ScriptJSON()
    json.object { json in
      json.key("a")
      json.array { json in
        json.value(1)
        json.value(2.5, decimals: 2)
        json.value(rounded: .nan)
        json.value(nil)
        json.object { _ in }
      }
      json.key("b")
      json.value(true)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":[1,2.5,null,null,{}],"b":true}"#)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+84 912", "'+84 912"), ("-3", "'-3"), ("@SUM(A1)", "'@SUM(A1)"), ("  =x", "'  =x"),
    ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
    ("Xã A, Huyện B", "\"Xã A, Huyện B\""),
    ("two\nlines", "\"two\nlines\""), ("\tx", "'\tx"), ("＝1", "'＝1"), ("Bản A - B", "Bản A - B"), ("", ""),
  ])
  func `a cell is never a formula`(text: String, expected: String) { #expect(CellTable.cell(text) == expected) }

  @Test func `a table has its header, its numbers and nothing for what is not known`() {
    var table = CellTable(["a", "b"])
    table.rows = [
      [.text("x"), .number(1.5, decimals: 2)], [.nothing, .number(.nan, decimals: 2)], [.whole(7), .text("")],
    ]
    #expect(String(decoding: table.bytes(), as: UTF8.self) == "a,b\nx,1.5\n,\n7,\n")
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"), ("<b>&", "&lt;b&gt;&amp;"),
    ("[x](http://y)", "\\[x\\](http://y)"), ("one\ntwo", "one two"), ("# no heading", "\\# no heading"),
  ])
  func `Markdown means itself`(text: String, expected: String) { #expect(MarkdownText.escaped(text) == expected) }
}
