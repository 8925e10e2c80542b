/// Names of mobile radio technologies.
enum RadioTechnology {
  /// The generation, `2G` to `5G`, that a name stands for, in any case of letters; nil for what serves no telephone, such
  /// as NB-IoT, and for names not known.
  static func generation(_ name: String) -> String? {
    switch name.uppercased().filter({ $0.isLetter || $0.isNumber || $0 == "+" }) {
    case "2G", "GSM", "GPRS", "EDGE", "EGPRS", "CDMAONE", "GSM900", "GSM1800": "2G"
    case "3G", "UMTS", "WCDMA", "CDMA", "CDMA2000", "EVDO", "TDSCDMA", "HSPA", "HSPA+", "HSDPA", "HSUPA": "3G"
    case "4G", "LTE", "LTEA", "LTECA", "LTE+", "4G+", "EUTRA", "VOLTE": "4G"
    case "5G", "NR", "NRSA", "NRNSA", "5GNR", "5GSA", "5GNSA", "ENDC": "5G"
    default: nil
    }
  }
}
