import GeoFormats

extension AtomicFile {
  /// Writes files into `folder`, which is made if it is not there; all appear complete or not at all, and a folder that was made is
  /// removed again when one cannot be written.
  ///
  /// - Throws: `AtomicFile.Failure` when the folder or a file cannot be written.
  static func write(_ files: [(name: String, bytes: [UInt8])], toFolder folder: String) throws {
    let made = try AtomicFile.makeFolder(folder)
    do {
      let base = folder.hasSuffix("/") ? folder : folder + "/"
      let written = try files.map { name, bytes in
        let file = try AtomicFile(path: base + name)
        try file.write(bytes)
        return file
      }
      try AtomicFile.commit(written)
    } catch {
      AtomicFile.removeFolders(made)
      throw error
    }
  }
}
