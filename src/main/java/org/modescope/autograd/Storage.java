package org.modescope.autograd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/// A piece of off-heap memory, owned by ND4J, that several tensors and saved tensors may share.
///
/// Holders are counted: the memory is given back the moment the last one lets go, never by the
/// garbage collector. That is why this asks ND4J's native allocator itself: ND4J's
/// `DataBuffer.close()` only marks a buffer, and the memory stays until a garbage collection finds
/// it. Confined to one thread at a time.
final class Storage {
  private static final MemorySegment NOTHING = MemorySegment.ofArray(new float[0]);

  private final Allocation allocation;
  private final FloatPointer pointer;
  private final MemorySegment memory;
  private final long bytes;
  private final Role role;
  private final ElementType type;
  private final @Nullable Storage source;
  private @Nullable Storage indices;
  private @Nullable AllOrNothing scope;
  private boolean abandoned;
  private int holders;
  private int version;

  /// What the elements are.
  enum ElementType {
    FLOAT32("float32", DataType.FLOAT, Float.BYTES),
    INT64("int64", DataType.INT64, Long.BYTES);

    private final String torchName;
    private final DataType dataType;
    private final int bytes;

    ElementType(String torchName, DataType dataType, int bytes) {
      this.torchName = torchName;
      this.dataType = dataType;
      this.bytes = bytes;
    }

    String torchName() {
      return torchName;
    }

    int bytes() {
      return bytes;
    }
  }

  /// What the memory is used for; decides what a saved tensor counts as.
  enum Role {
    VALUE(SavedKind.ACTIVATION),
    INPUT(SavedKind.INPUT),
    PARAMETER(SavedKind.REFERENCE),
    BUFFER(SavedKind.REFERENCE),
    MASK(SavedKind.MASK),
    STATISTIC(SavedKind.STATISTIC);

    private final SavedKind kind;

    Role(SavedKind kind) {
      this.kind = kind;
    }

    SavedKind kind() {
      return kind;
    }
  }

  /// Memory for that many floats, uninitialised, with one holder: the caller.
  Storage(long elements, Role role) {
    this(elements, role, ElementType.FLOAT32);
  }

  /// The same, which counts as another one's memory where it is told what is kept.
  ///
  /// @param source whose memory it counts as; null if its own
  Storage(long elements, Role role, @Nullable Storage source) {
    this(elements, role, ElementType.FLOAT32, source == null ? null : source.counted());
  }

  /// Memory for that many elements, uninitialised, with one holder: the caller.
  Storage(long elements, Role role, ElementType type) {
    this(elements, role, type, null);
  }

  private Storage(long elements, Role role, ElementType type, @Nullable Storage source) {
    NativeBackend.load();
    this.source = source;
    this.role = role;
    this.type = type;
    this.bytes = elements * type.bytes();
    // ND4J has no empty buffers; an empty tensor takes one element that nothing reads.
    this.allocation = allocate(Math.max(1, elements), type);
    this.pointer = allocation.pointer();
    this.memory = elements == 0 ? NOTHING : segment(pointer.address(), bytes);
    this.holders = 1;
    // PyTorch fills parameters and buffers in place, and counts that.
    this.version = role == Role.PARAMETER || role == Role.BUFFER ? 1 : 0;
    this.scope = AllOrNothing.take(this);
  }

  /// @throws OutOfMemoryError if there is not that much memory
  private static Allocation allocate(long elements, ElementType type) {
    long wanted = elements * type.bytes();
    if (NativeBackend.isBeyondLimit(wanted)) {
      throw shortage(wanted);
    }
    try {
      return Allocation.of(elements, type.dataType, wanted);
    } catch (RuntimeException refused) {
      // ND4J has tried several times by then, and has no exception of its own for it.
      OutOfMemoryError shortage = shortage(wanted);
      shortage.initCause(refused);
      throw shortage;
    }
  }

  private static OutOfMemoryError shortage(long bytes) {
    return new OutOfMemoryError(
        String.format(
            Locale.ROOT,
            "%,d bytes off the heap, beside the %,d that are taken",
            bytes,
            NativeBackend.allocatedBytes()));
  }

  // ND4J hands out a bare address; its length is ours to vouch for.
  @SuppressWarnings("restricted")
  private static MemorySegment segment(long address, long bytes) {
    return MemorySegment.ofAddress(address).reinterpret(bytes);
  }

  Role role() {
    return role;
  }

  long bytes() {
    return bytes;
  }

  ElementType type() {
    return type;
  }

  /// The memory that this counts as: itself, unless it was made to count as another.
  Storage counted() {
    return source == null ? this : source;
  }

  /// The floats of an array of this memory as whole numbers; the caller holds them. Whoever asks
  /// while someone still holds them is given the same.
  Array indices(Array floats) {
    Storage present = indices;
    if (present == null || present.isReleased()) {
      int arrays = floats.passStride() == 0 ? 1 : floats.passes();
      long count = floats.shape().elements() * arrays;
      present = new Storage(count, role, ElementType.INT64);
      for (long i = 0; i < count; i++) {
        present.memory.setAtIndex(ValueLayout.JAVA_LONG, i, (long) floats.at(i));
      }
      indices = present;
    } else {
      present.retain();
    }
    return new Array(present, floats.shape(), floats.passes(), floats.passStride());
  }

  /// The memory, for loops over elements.
  MemorySegment floats() {
    return memory;
  }

  /// The memory from an element on, for native routines. The pointer is reused: pass it on at once.
  FloatPointer from(long element) {
    return pointer.position(element);
  }

  /// How often the memory was changed in place since it was filled.
  int version() {
    return version;
  }

  void markChanged() {
    version++;
    indices = null;
    if (source != null) {
      source.version++;
    }
  }

  void retain() {
    if (holders == 0) {
      throw new IllegalStateException("this memory was already given back");
    }
    holders++;
  }

  void release() {
    if (abandoned) {
      return;
    }
    if (holders == 0) {
      throw new IllegalStateException("this memory was already given back");
    }
    holders--;
    if (holders == 0) {
      giveBack();
      if (scope != null) {
        scope.forget(this);
      }
    }
  }

  /// Gives the memory back although there are holders, because the work that it was for has failed.
  void abandon() {
    giveBack();
    holders = 0;
    abandoned = true;
    scope = null;
  }

  /// Says who is told from now on when this is given back.
  void moveTo(@Nullable AllOrNothing other) {
    scope = other;
  }

  private void giveBack() {
    allocation.giveBack();
  }

  boolean isShared() {
    return holders > 1;
  }

  boolean isReleased() {
    return holders == 0;
  }

  void fill(float value) {
    if (Float.floatToRawIntBits(value) == 0) {
      memory.fill((byte) 0);
      return;
    }
    MemorySegment target = memory;
    long elements = bytes / Float.BYTES;
    for (long i = 0; i < elements; i++) {
      target.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
    }
  }
}
