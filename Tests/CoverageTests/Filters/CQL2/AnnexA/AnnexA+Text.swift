extension AnnexA {
  /// /conf/case-insensitive-comparison/test-data
  static let caseInsensitive: [AnnexA] = [
    .init(.places, "CASEI(name)=casei('KIEV')", 1),
    .init(.places, "CASEI(name)=casei('kiev')", 1),
    .init(.places, "CASEI(name)=casei('Kiev')", 1),
    .init(.places, "CASEI(name)=casei('København')", 1),
    .init(.places, "CASEI(name)=casei('københavn')", 1),
    .init(.places, "CASEI(name)=casei('KØBENHAVN')", 1),
    .init(.places, "CASEI(name) LIKE casei('B_r%')", 3),
    .init(.places, "CASEI(name) LIKE casei('b_r%')", 3),
    .init(.places, "CASEI(name) LIKE casei('B_R%')", 3),
    .init(
      .places,
      "CASEI(name) IN (casei('Kiev'), casei('kobenhavn'), casei('Berlin'), casei('athens'),"
        + " casei('foo'))", 3),
  ]

  /// /conf/accent-insensitive-comparison/test-data
  static let accentInsensitive: [AnnexA] = [
    .init(.places, "ACCENTI(name)=accenti('Chișinău')", 1),
    .init(.places, "ACCENTI(name)=accenti('Chisinau')", 1),
    .init(.places, "ACCENTI(name)=accenti('Kiev')", 1),
    .init(.places, "ACCENTI(CASEI(name))=accenti(casei('chișinău'))", 1),
    .init(.places, "ACCENTI(CASEI(name))=accenti(casei('chisinau'))", 1),
    .init(.places, "ACCENTI(CASEI(name))=accenti(casei('CHISINAU'))", 1),
    .init(.places, "ACCENTI(CASEI(name))=accenti(casei('CHIȘINĂU'))", 1),
    .init(
      .places,
      "ACCENTI(CASEI(name)) IN (accenti(casei('Kiev')), accenti(casei('chișinău')),"
        + " accenti(casei('Berlin')), accenti(casei('athens')), accenti(casei('foo')))", 4),
  ]

  /// Three rows of /conf/accent-insensitive-comparison/test-data whose printed counts, 2 each, contradict the data: it has
  /// Chengdu, Chicago and Chișinău, and no other name with these starts.
  static let corrected: [AnnexA] = [
    .init(.places, "ACCENTI(name) LIKE accenti('Ch%')", 3),
    .init(.places, "ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))", 1),
    .init(.places, "ACCENTI(CASEI(name)) LIKE accenti(casei('cHis%'))", 1),
  ]
}
