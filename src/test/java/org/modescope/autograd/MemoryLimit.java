package org.modescope.autograd;

/// A shortage of native memory, for as long as it is open.
public final class MemoryLimit implements AutoCloseable {
  private MemoryLimit() {}

  /// Allocations beyond so many bytes in all are refused.
  public static MemoryLimit of(long bytes) {
    NativeBackend.limit(bytes);
    return new MemoryLimit();
  }

  @Override
  public void close() {
    NativeBackend.lift();
  }
}
