package org.modescope.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Damages safetensors files: anywhere, in the length of the header, or in the header with its
/// length put right.
final class SafetensorsMutations {
  private static final List<Long> LENGTHS =
      List.of(0L, 1L, 2L, -1L, 100_000_000L, 100_000_001L, 1L << 31, 1L << 62, Long.MIN_VALUE);
  private static final JsonMutations HEADERS =
      new JsonMutations(
          List.of(
              "dtype",
              "shape",
              "data_offsets",
              "__metadata__",
              "F64",
              "F32",
              "F16",
              "BF16",
              "I64",
              "I32",
              "U8",
              "BOOL",
              "F8_E4M3"));

  private SafetensorsMutations() {}

  static byte[] mutate(byte[] file, SplittableRandom random) {
    if (file.length < Long.BYTES) {
      return ByteMutations.mutate(file, random);
    }
    return switch (random.nextInt(6)) {
      case 0 -> ByteMutations.mutate(file, random);
      case 1 -> withLength(file, random);
      case 2, 3 -> withValues(file, random);
      default -> withHeader(file, random);
    };
  }

  private static byte[] withLength(byte[] file, SplittableRandom random) {
    byte[] changed = file.clone();
    ByteBuffer header = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    long length =
        random.nextBoolean()
            ? TextMutations.one(LENGTHS, random)
            : header.getLong(0) + random.nextInt(-20, 20);
    header.putLong(0, length);
    return changed;
  }

  /// As many values as before, so that the file is valid still.
  private static byte[] withValues(byte[] file, SplittableRandom random) {
    byte[] changed = file.clone();
    for (int at = headerEnd(file); at < file.length; at += 1 + random.nextInt(16)) {
      changed[at] = (byte) random.nextInt(1 << Byte.SIZE);
    }
    return changed;
  }

  private static byte[] withHeader(byte[] file, SplittableRandom random) {
    int end = headerEnd(file);
    byte[] header = HEADERS.mutate(Arrays.copyOfRange(file, Long.BYTES, end), random);
    byte[] length =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array();
    return join(join(length, header), Arrays.copyOfRange(file, end, file.length));
  }

  private static int headerEnd(byte[] file) {
    long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    return Math.clamp(length, 0, file.length - Long.BYTES) + Long.BYTES;
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteMutations.splice(first, first.length, first.length, second);
  }
}
