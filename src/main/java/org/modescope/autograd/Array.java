package org.modescope.autograd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// Numbers without a history: `passes` arrays of one shape, row-major, one after another in a
/// storage.
///
/// The leading pass axis lets one call compute many passes. An array that is the same in every pass
/// (a parameter, the input) is held once: its pass stride is 0.
///
/// @param format the order of elements within one pass
/// @param strides how PyTorch would have the elements of a pass in memory; null for row-major
record Array(
    Storage storage,
    Shape shape,
    int passes,
    long passStride,
    MemoryFormat format,
    @Nullable Strides strides) {

  /// Elements that one thread copies at a time.
  private static final int PIECE = 64 * 1024;

  /// A contiguous array.
  Array(Storage storage, Shape shape, int passes, long passStride) {
    this(storage, shape, passes, passStride, MemoryFormat.CONTIGUOUS, null);
  }

  /// Uninitialised memory for `passes` arrays of a shape; the caller is its first holder.
  static Array allocate(Shape shape, int passes, Storage.Role role) {
    long elements = shape.elements();
    return new Array(new Storage(elements * passes, role), shape, passes, elements);
  }

  /// Memory for `passes` arrays of whole numbers; the caller is its first holder.
  static Array allocateIndices(Shape shape, int passes, Storage.Role role) {
    long elements = shape.elements();
    Storage storage = new Storage(elements * passes, role, Storage.ElementType.INT64);
    return new Array(storage, shape, passes, elements);
  }

  /// Memory for intermediate values of an operation.
  static Array allocate(Shape shape, int passes) {
    return allocate(shape, passes, Storage.Role.VALUE);
  }

  static Array zeros(Shape shape, int passes) {
    Array zeros = allocate(shape, passes);
    zeros.storage.fill(0);
    return zeros;
  }

  /// The same numbers in memory of their own; the caller holds it.
  static Array copyOf(Array x) {
    Array copy = allocate(x.shape, x.passes).as(x.format);
    for (int pass = 0; pass < x.passes; pass++) {
      MemorySegment.copy(
          x.floats(),
          x.offset(pass) * Float.BYTES,
          copy.floats(),
          copy.offset(pass) * Float.BYTES,
          x.bytes());
    }
    return copy;
  }

  /// Values that all passes share.
  static Array of(float[] values, Shape shape) {
    Array array = allocate(shape, 1);
    array.copyFrom(0, values);
    return array;
  }

  /// The number of elements of one pass.
  int size() {
    return Math.toIntExact(shape.elements());
  }

  /// The index in [#floats()] of a pass's first element.
  long offset(int pass) {
    return passes == 1 ? 0 : pass * passStride;
  }

  MemorySegment floats() {
    return storage.floats();
  }

  /// An element by its index in the storage.
  float at(long index) {
    return storage.floats().getAtIndex(ValueLayout.JAVA_FLOAT, index);
  }

  /// Overwrites an element by its index in the storage.
  void put(long index, float value) {
    storage.floats().setAtIndex(ValueLayout.JAVA_FLOAT, index, value);
  }

  /// A whole number by its index in the storage of an array of such.
  long indexAt(long index) {
    return storage.floats().getAtIndex(ValueLayout.JAVA_LONG, index);
  }

  /// Overwrites a whole number by its index in the storage of an array of such.
  void putIndex(long index, long value) {
    storage.floats().setAtIndex(ValueLayout.JAVA_LONG, index, value);
  }

  /// A fresh array of the same form, uninitialised, with a place of its own for every pass.
  Array likewise() {
    return allocate(shape, passes).as(format);
  }

  /// Where a gradient goes that is computed from this one element by element: over it, where nobody
  /// else holds it, or else into fresh memory.
  Array overwritten() {
    return storage.isShared() ? likewise() : this;
  }

  /// The same memory, read in another order.
  Array as(MemoryFormat other) {
    return new Array(storage, shape, passes, passStride, other, strides);
  }

  /// The same memory, which PyTorch would have in other strides.
  Array with(@Nullable Strides others) {
    return new Array(storage, shape, passes, passStride, format, others);
  }

  /// This result of an operation on each element of x, which PyTorch lays out as x is.
  Array laidOutAs(Array x) {
    return x.strides == null || !x.shape.equals(shape) ? this : with(x.strides);
  }

  /// This result of an operation on the images x, which PyTorch lays out with their channels last
  /// where x has them last.
  Array imagesLike(Array x) {
    return x.strides == null ? this : with(Strides.ofImages(x.strides, x.shape, shape));
  }

  /// The same numbers in a given format, copied only where they are in another one; the caller
  /// holds it.
  Array in(MemoryFormat wanted) {
    if (format == wanted) {
      storage.retain();
      return this;
    }
    int arrays = passStride == 0 ? 1 : passes;
    Storage reordered = new Storage(shape.elements() * arrays, storage.role());
    Planes planes = Planes.of(shape);
    int channels = shape.size(1);
    int pixels = Math.toIntExact(planes.size());
    for (int image = 0; image < arrays * shape.size(0); image++) {
      long from = (long) image * channels * pixels;
      if (wanted == MemoryFormat.CHANNELS_LAST) {
        Transposition.transpose(floats(), reordered.floats(), from, channels, pixels);
      } else {
        Transposition.transpose(floats(), reordered.floats(), from, pixels, channels);
      }
    }
    return new Array(reordered, shape, passes, passStride, wanted, strides);
  }

  /// The same numbers in a given format, in place of these: the caller's hold moves on to them.
  Array moved(MemoryFormat wanted) {
    Array other = in(wanted);
    storage.release();
    return other;
  }

  /// These numbers with a place of their own for every pass, copied only where passes share one;
  /// the caller holds it.
  Array forEveryPass(int count) {
    if (passes == count && (passStride != 0 || count == 1)) {
      storage.retain();
      return this;
    }
    Array copies = allocate(shape, count).as(format);
    for (int pass = 0; pass < count; pass++) {
      MemorySegment.copy(
          floats(),
          offset(pass) * Float.BYTES,
          copies.floats(),
          copies.offset(pass) * Float.BYTES,
          bytes());
    }
    return copies;
  }

  /// The same memory as another array of it, with a hold of its own.
  Array shared(Shape other) {
    storage.retain();
    return reshaped(other);
  }

  /// The bytes that one pass's values take.
  long bytes() {
    return shape.elements() * storage.type().bytes();
  }

  /// The same numbers in another shape.
  Array reshaped(Shape other) {
    return new Array(storage, other, passes, passStride);
  }

  /// One pass's values, copied to the heap.
  float[] copyOf(int pass) {
    float[] copy = new float[size()];
    MemorySegment.copy(
        floats(), ValueLayout.JAVA_FLOAT, offset(pass) * Float.BYTES, copy, 0, copy.length);
    return copy;
  }

  /// Whether all numbers of the first pass are.
  boolean isFinite() {
    int largest = 0;
    int infinity = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
    for (int i = 0; i < size(); i++) {
      int bits = storage.floats().getAtIndex(ValueLayout.JAVA_INT, i);
      largest = Math.max(largest, bits & Integer.MAX_VALUE);
    }
    return largest < infinity;
  }

  /// Overwrites one pass's values.
  void copyFrom(int pass, float[] values) {
    int pieces = Math.ceilDiv(values.length, PIECE);
    Cores.share(pieces, () -> piece -> copyPiece(pass, values, piece * PIECE));
  }

  private void copyPiece(int pass, float[] values, int from) {
    int count = Math.min(PIECE, values.length - from);
    long to = (offset(pass) + from) * Float.BYTES;
    MemorySegment.copy(values, from, floats(), ValueLayout.JAVA_FLOAT, to, count);
  }
}
