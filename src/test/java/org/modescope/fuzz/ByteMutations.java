package org.modescope.fuzz;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Damages a file without knowing what is in it.
final class ByteMutations {
  private static final int LONGEST_PIECE = 64;
  private static final byte[] TELLING = {
    0, '\n', '\r', '"', ',', '{', '[', '-', '9', 0x7F, -1, -17
  };

  private ByteMutations() {}

  static byte[] mutate(byte[] file, SplittableRandom random) {
    int at = random.nextInt(file.length + 1);
    int length = random.nextInt(Math.min(LONGEST_PIECE, file.length - at) + 1);
    return switch (random.nextInt(7)) {
      case 0 -> flip(file, random);
      case 1 -> splice(file, at, at + length, new byte[0]);
      case 2 -> splice(file, at, at, randomBytes(random));
      case 3 -> splice(file, at, at, Arrays.copyOfRange(file, at, at + length));
      case 4 -> Arrays.copyOf(file, at);
      case 5 -> splice(file, at, at, new byte[] {TELLING[random.nextInt(TELLING.length)]});
      default -> {
        int from = random.nextInt(file.length - length + 1);
        yield splice(file, at, at + length, Arrays.copyOfRange(file, from, from + length));
      }
    };
  }

  /// A file with what lies between two places replaced.
  static byte[] splice(byte[] file, int from, int to, byte[] replacement) {
    byte[] spliced = new byte[from + replacement.length + file.length - to];
    System.arraycopy(file, 0, spliced, 0, from);
    System.arraycopy(replacement, 0, spliced, from, replacement.length);
    System.arraycopy(file, to, spliced, from + replacement.length, file.length - to);
    return spliced;
  }

  private static byte[] flip(byte[] file, SplittableRandom random) {
    byte[] flipped = file.clone();
    for (int flips = 1 + random.nextInt(3); flips > 0 && file.length > 0; flips--) {
      flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return flipped;
  }

  private static byte[] randomBytes(SplittableRandom random) {
    byte[] bytes = new byte[1 + random.nextInt(LONGEST_PIECE)];
    random.nextBytes(bytes);
    return bytes;
  }
}
