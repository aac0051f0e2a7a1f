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
  I64(8);

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
      case I64 -> segment.getAtIndex(LONG, index);
    };
  }

  static Optional<ElementType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  static String allNames() {
    return Arrays.stream(values()).map(ElementType::name).collect(Collectors.joining(", "));
  }
}
