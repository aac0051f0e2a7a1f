package org.modescope.autograd.random;

/// Trials of two words each: the lower 53 bits of the pair, as a fraction, lie below p.
///
/// A fraction lies below p where its numerator lies below p·2⁵³ rounded up, so that whole numbers
/// are compared and nothing is rounded.
final class CommonTrials implements Trials {
  private static final int UPPER_BITS = (1 << 21) - 1;

  private final MersenneTwister words;
  private final int upper;
  private final int lower;
  private final int[] firsts = new int[MersenneTwister.HALF];
  private final int[] seconds = new int[MersenneTwister.HALF];

  CommonTrials(MersenneTwister words, double p) {
    this.words = words;
    long threshold = (long) Math.ceil(p * 0x1p53);
    upper = (int) (threshold >>> 32);
    lower = (int) threshold;
  }

  @Override
  public void fill(int[] target, int count, float success) {
    int bits = Float.floatToRawIntBits(success);
    int done = 0;
    while (done < count) {
      int pairs = words.nextPairs(firsts, seconds, count - done);
      if (pairs == 0) {
        firsts[0] = words.next();
        seconds[0] = words.next();
        pairs = 1;
      }
      compare(firsts, seconds, pairs, upper, lower, bits);
      System.arraycopy(firsts, 0, target, done, pairs);
      done += pairs;
    }
  }

  /// Puts outcomes in the place of first words. By itself, without branches, and from the beginning
  /// of each array, so that it compiles to vector instructions.
  private static void compare(
      int[] firsts, int[] seconds, int pairs, int upper, int lower, int bits) {
    for (int i = 0; i < pairs; i++) {
      firsts[i] = below(firsts[i], seconds[i], upper, lower) & bits;
    }
  }

  /// All ones where the pair lies below the threshold: a subtraction of both with a borrow, whose
  /// sign says so.
  private static int below(int first, int second, int upper, int lower) {
    int borrow = ((~second & lower) | ((~second | lower) & (second - lower))) >>> 31;
    return ((first & UPPER_BITS) - upper - borrow) >> 31;
  }
}
