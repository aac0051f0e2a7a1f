package org.modescope.autograd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Numbers without a history: `passes` arrays of one shape, row-major, one after another in a
/// storage.
///
/// The leading pass axis lets one call compute many passes. An array that is the same in every pass
/// (a parameter, the input) is held once: its pass stride is 0.
record Array(Storage storage, Shape shape, int passes, long passStride) {

  /// Uninitialised memory for `passes` arrays of a shape; the caller is its first holder.
  static Array allocate(Shape shape, int passes, Storage.Role role) {
    long elements = shape.elements();
    return new Array(new Storage(elements * passes, role), shape, passes, elements);
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

  /// The bytes that one pass's values take.
  long bytes() {
    return shape.elements() * Float.BYTES;
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

  /// Overwrites one pass's values.
  void copyFrom(int pass, float[] values) {
    MemorySegment.copy(
        values, 0, floats(), ValueLayout.JAVA_FLOAT, offset(pass) * Float.BYTES, values.length);
  }
}
