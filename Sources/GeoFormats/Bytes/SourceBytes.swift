import Glibc

/// The bytes of a file, mapped into memory, or bytes made in memory; immutable and shared by everything cut from them.
///
/// The address is kept as a number so that the compiler can check the class as `Sendable`: nobody writes to the bytes
/// after `init`, and they go away with the last owner.
public final class SourceBytes: Sendable {
  private let address: UInt
  private let isMapped: Bool
  /// How many bytes there are.
  public let count: Int

  /// Maps the file at `path`. A file that cannot be mapped (a pipe) is read to its end.
  ///
  /// - Throws: `FormatError` naming `path` with the system's reason.
  public init(contentsOf path: String) throws(FormatError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FormatError(file: path, problem: SourceBytes.reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FormatError(file: path, problem: SourceBytes.reason(errno)) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FormatError(file: path, problem: "is a folder; expected a file") }
    if status.st_mode & S_IFMT != S_IFREG {
      (address, count) = try SourceBytes.readToEnd(descriptor, path: path)
      isMapped = false
      return
    }
    count = Int(status.st_size)
    guard count > 0 else {
      (address, isMapped) = (0, false)
      return
    }
    let mapped = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else {
      throw FormatError(file: path, problem: SourceBytes.reason(errno))
    }
    madvise(mapped, count, MADV_WILLNEED)
    (address, isMapped) = (UInt(bitPattern: mapped), true)
  }

  /// A copy of `bytes`.
  public init(copying bytes: some Collection<UInt8>) {
    count = bytes.count
    isMapped = false
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, count))
    _ = buffer.initialize(from: bytes)
    address = UInt(bitPattern: buffer.baseAddress)
  }

  deinit {
    guard let pointer = UnsafeMutableRawPointer(bitPattern: address) else { return }
    if isMapped { munmap(pointer, count) } else { pointer.deallocate() }
  }

  /// Gives the bytes to `body`; the pointer must not leave it.
  @inline(__always)
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // The address alone would not keep the memory alive to the end of `body`.
    defer { withExtendedLifetime(self) {} }
    let pointer = UnsafePointer<UInt8>(bitPattern: address)
    return try body(UnsafeBufferPointer(start: pointer, count: pointer == nil ? 0 : count))
  }

  /// Lets the system take back the memory of a range of bytes that is done with; they are mapped anew when read again.
  func release(_ range: Range<Int>) {
    guard isMapped, let start = UnsafeMutableRawPointer(bitPattern: address) else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let first = max(0, range.lowerBound) / page * page
    let end = min(count, range.upperBound)
    if page > 0, first < end { madvise(start.advanced(by: first), end - first, MADV_DONTNEED) }
  }

  /// How many lines end in a range of bytes.
  func lineFeeds(in range: Range<Int>) -> Int {
    withBytes { bytes in
      var line = 0
      var rest = UnsafeRawBufferPointer(bytes)[range]
      while let start = rest.isEmpty ? nil : UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let found = memchr(start, 0x0A, rest.count)
      {
        line += 1
        rest = rest.dropFirst(UnsafeRawPointer(found) - start + 1)
      }
      return line
    }
  }

  private static func readToEnd(_ descriptor: Int32, path: String) throws(FormatError) -> (UInt, Int) {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = read(descriptor, &block, block.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw FormatError(file: path, problem: reason(errno)) }
      if got == 0 { break }
      bytes.append(contentsOf: block[..<got])
    }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = buffer.initialize(from: bytes)
    return (UInt(bitPattern: buffer.baseAddress), bytes.count)
  }

  /// The system's words for an error number, in lower case as the middle of a sentence.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file"
    case EACCES, EPERM: "permission denied"
    case ENOSPC: "no space left on the disk"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}
