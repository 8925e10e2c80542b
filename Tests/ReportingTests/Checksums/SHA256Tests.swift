import Reporting
import Testing

/// The examples of NIST for FIPS 180-4 and the Cryptographic Algorithm Validation Program (SHA256ShortMsg, SHA256LongMsg).
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the examples of NIST have their sums`(text: String, sum: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == sum)
  }

  @Test func `zeros of the lengths around a block have their sums`() {
    // From the example "SHA-256 additional test vectors" of NIST: 55, 56, 57 and 64 zero bytes, and 1000.
    let sums = [
      55: "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7",
      56: "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb",
      57: "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785",
      64: "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b",
      1000: "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53",
    ]
    for (count, sum) in sums { #expect(SHA256.hexadecimal(of: [UInt8](repeating: 0, count: count)) == sum) }
  }

  @Test func `a sum does not depend on the pieces`() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let whole = SHA256.hexadecimal(of: bytes)
    for first in [0, 1, 55, 63, 64, 65, 128, 299, 300] {
      var sum = SHA256()
      sum.update(Array(bytes[..<first]))
      sum.update(Array(bytes[first...]))
      #expect(sum.hexadecimal == whole)
    }
  }
}
