package org.modescope.autograd;

/// Random numbers for tests, in which every draw has an address: the same seed, path and index give
/// the same draw on any machine and in any order.
///
/// Draws are the outputs of SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014) at counter positions.
public final class RandomStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long key;

  private RandomStream(long key) {
    this.key = key;
  }

  /// The stream that all others of an experiment come from.
  public static RandomStream of(long seed) {
    return new RandomStream(mix(seed + GOLDEN));
  }

  /// An independent stream, by name.
  public RandomStream child(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new RandomStream(mix(key ^ mix(hash)));
  }

  /// An independent stream, by number.
  public RandomStream child(long index) {
    return new RandomStream(mix(key + mix(index + GOLDEN)));
  }

  /// Sixty-four random bits.
  public long bits(long index) {
    return mix(key + (index + 1) * GOLDEN);
  }

  /// A number in [0, 1).
  public double uniform(long index) {
    return (bits(index) >>> 11) * 0x1p-53;
  }

  /// A number from the standard normal distribution (Box–Muller; strict arithmetic, so alike on
  /// every machine).
  public double normal(long index) {
    long pair = index & ~1L;
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(pair)));
    double angle = 2 * Math.PI * uniform(pair + 1);
    return radius * ((index & 1) == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
