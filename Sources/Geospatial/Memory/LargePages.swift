import Glibc

/// Large pages for large arrays: memory that is written for the first time comes in pages of 4 kB unless one asks, and to
/// take each of them up costs more than to fill it.
///
/// It is advice only. Where the system has no large pages nothing changes but the time.
public enum LargePages {
  private static let bytesPerPage = 2 << 20
  /// Smaller arrays are not worth a call, in **bytes**.
  private static let leastBytes = 2 * bytesPerPage

  /// Asks for large pages for the room of an array that is about to be filled.
  public static func advise<Element>(_ array: inout [Element]) {
    let capacity = array.capacity
    guard capacity * MemoryLayout<Element>.stride >= leastBytes else { return }
    array.withUnsafeMutableBufferPointer { buffer in
      // The room behind the elements belongs to the array as well.
      advise(buffer.baseAddress, capacity: capacity)
    }
  }

  /// The same for the room of an array under construction, `capacity` elements from `start` on.
  static func advise<Element>(_ start: UnsafeMutablePointer<Element>?, capacity: Int) {
    let bytes = capacity * MemoryLayout<Element>.stride
    guard let start, bytes >= leastBytes else { return }
    let address = Int(bitPattern: start)
    // Only whole pages that hold nothing else.
    let first = (address + bytesPerPage - 1) / bytesPerPage * bytesPerPage
    let end = (address + bytes) / bytesPerPage * bytesPerPage
    guard first < end, let pointer = UnsafeMutableRawPointer(bitPattern: first) else { return }
    madvise(pointer, end - first, MADV_HUGEPAGE)
  }
}
