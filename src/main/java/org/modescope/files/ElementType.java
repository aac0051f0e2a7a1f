package org.modescope.files;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Element types of tensors that can be read, by their names in safetensors files.
public enum ElementType {
  F64(8),
  F32(4),
  F16(2),
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U8(1),
  BOOL(1);

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /// How many bytes an element takes.
  int bytes() {
    return bytes;
  }

  /// An element, rounded to 32 bits where it has more.
  float floatAt(MemorySegment segment, long index) {
    return switch (this) {
      case F64 -> (float) Double.longBitsToDouble(segment.getAtIndex(LONG, index));
      case F32 -> Float.intBitsToFloat(segment.getAtIndex(INT, index));
      case F16 -> Float.float16ToFloat(segment.getAtIndex(SHORT, index));
      case BF16 ->
          Float.intBitsToFloat(Short.toUnsignedInt(segment.getAtIndex(SHORT, index)) << 16);
      case I64, I32, I16, I8, U8, BOOL -> wholeAt(segment, index);
    };
  }

  /// An element as a whole number, cut towards 0. What 64 bits cannot hold, NaN too, becomes the
  /// smallest of them, as it does in PyTorch on the processors that most have.
  long wholeAt(MemorySegment segment, long index) {
    return switch (this) {
      case F64 -> cut(Double.longBitsToDouble(segment.getAtIndex(LONG, index)));
      case F32, F16, BF16 -> cut(floatAt(segment, index));
      case I64 -> segment.getAtIndex(LONG, index);
      case I32 -> segment.getAtIndex(INT, index);
      case I16 -> segment.getAtIndex(SHORT, index);
      case I8 -> segment.get(ValueLayout.JAVA_BYTE, index);
      case U8 -> Byte.toUnsignedLong(segment.get(ValueLayout.JAVA_BYTE, index));
      case BOOL -> segment.get(ValueLayout.JAVA_BYTE, index) == 0 ? 0 : 1;
    };
  }

  private static long cut(double value) {
    return Math.abs(value) < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  static Optional<ElementType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  static String allNames() {
    return Arrays.stream(values()).map(ElementType::name).collect(Collectors.joining(", "));
  }
}
