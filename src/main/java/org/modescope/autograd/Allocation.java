package org.modescope.autograd;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/// Memory off the heap as ND4J's native allocator gave it, until it is given back.
///
/// ND4J fills its buffers with 0. For a large one that takes as long as what is then computed into
/// it, and brings all of it to one core, so that another has to fetch its part from there. Large
/// ones are therefore taken without a buffer around them, unfilled; these ND4J does not count, and
/// so they are counted here.
sealed interface Allocation {
  /// Bytes from which filling costs more than asking.
  int LARGE = 1 << 15;

  /// Takes memory for so many elements, uninitialised.
  ///
  /// @throws RuntimeException if there is not that much
  static Allocation of(long elements, DataType type, long bytes) {
    return bytes < LARGE
        ? new Buffer(OpaqueDataBuffer.allocateDataBuffer(elements, type, false))
        : Unfilled.of(bytes);
  }

  /// The bytes that were taken unfilled and not given back.
  static long unfilledBytes() {
    return Unfilled.TAKEN.get();
  }

  /// Where it begins.
  FloatPointer pointer();

  void giveBack();

  private static NativeOps ops() {
    return NativeOpsHolder.getInstance().getDeviceNativeOps();
  }

  /// A buffer of ND4J's.
  record Buffer(OpaqueDataBuffer buffer) implements Allocation {
    @Override
    public FloatPointer pointer() {
      return new FloatPointer(buffer.primaryBuffer());
    }

    @Override
    public void giveBack() {
      ops().deleteDataBuffer(buffer);
    }
  }

  /// Memory without a buffer.
  record Unfilled(Pointer memory, long bytes) implements Allocation {
    private static final AtomicLong TAKEN = new AtomicLong();
    private static final IdleMemory IDLE = new IdleMemory();

    static Unfilled of(long bytes) {
      Pointer memory =
          bytes < IdleMemory.FEWEST_BYTES ? ops().mallocHost(bytes, 0) : IDLE.take(bytes);
      TAKEN.addAndGet(bytes);
      return new Unfilled(memory, bytes);
    }

    @Override
    public FloatPointer pointer() {
      return new FloatPointer(memory);
    }

    @Override
    public void giveBack() {
      TAKEN.addAndGet(-bytes);
      if (bytes < IdleMemory.FEWEST_BYTES) {
        ops().freeHost(memory);
      } else {
        IDLE.giveBack(memory, bytes);
      }
    }
  }
}
