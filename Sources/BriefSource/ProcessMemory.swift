#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The memory of this process.
public enum ProcessMemory {
  /// Kept open, since scripts ask often.
  private static let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)

  /// How many bytes of physical memory it takes now; 0 where the system does not say.
  ///
  /// Reads `/proc/self/statm`, whose second number counts pages.
  public static var resident: Int {
    guard file >= 0 else { return 0 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { buffer in
      let count = pread(file, buffer.baseAddress, buffer.count, 0)
      var numbers = [0]
      for byte in buffer.prefix(max(0, count)) {
        if (0x30...0x39).contains(byte) {
          numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
        } else if numbers.count < 2 {
          numbers.append(0)
        } else {
          break
        }
      }
      return numbers.count < 2 ? 0 : numbers[1] * Int(getpagesize())
    }
  }
}
