package org.modescope.autograd.random;

/// PyTorch's random number generator on a CPU, `torch.Generator`: a position in a stream of words,
/// from which everything is drawn in order.
///
/// The same seed gives what PyTorch draws, bit for bit. Confined to one thread at a time.
public final class Generator {
  private final MersenneTwister words;
  private final Dialect dialect;
  private final Normals normals;

  private Generator(MersenneTwister words, Dialect dialect, Normals normals) {
    this.words = words;
    this.dialect = dialect;
    this.normals = normals;
  }

  /// The generator after `manual_seed`, of which only the lower 32 bits count.
  public static Generator seeded(long seed) {
    return seeded(seed, Dialect.PYTORCH);
  }

  /// The same, drawing masks as other builds do.
  public static Generator seeded(long seed, Dialect dialect) {
    return new Generator(new MersenneTwister((int) seed), dialect, new Normals());
  }

  /// A generator of its own that draws from here on what this one will draw.
  public Generator copy() {
    return new Generator(words.copy(), dialect, normals.copy());
  }

  /// The next 32-bit word.
  int random() {
    return words.next();
  }

  /// The next two words, the first of them in front.
  public long random64() {
    long first = words.next();
    return (first << 32) | Integer.toUnsignedLong(words.next());
  }

  /// A number in [0, 1) of 53 bits.
  public double uniform() {
    return (random64() & ((1L << 53) - 1)) * 0x1p-53;
  }

  /// Numbers from `from` on, below `to`, as `uniform_(from, to)` draws them.
  public void uniform(float[] target, double from, double to) {
    float low = (float) from;
    float range = (float) to - low;
    for (int i = 0; i < target.length; i++) {
      target[i] = Math.fma(fraction(), range, low);
    }
  }

  /// Numbers from the standard normal distribution, as `torch.randn` draws them.
  public void normal(float[] target) {
    normals.fill(target, this);
  }

  /// One call of `bernoulli_(p)`.
  public Trials trials(double p) {
    return switch (dialect) {
      case PYTORCH -> new CommonTrials(words, p);
      case PYTORCH_MKL -> new MklTrials(words.next(), p);
    };
  }

  /// Passes over so many words, such as `uniform_` draws one of for each number.
  public void skip(long count) {
    words.skip(count);
  }

  /// The numbers from 0 to n − 1 in the order of `torch.randperm(n)`.
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = 0; i < n - 1; i++) {
      int other = i + Integer.remainderUnsigned(words.next(), n - i);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /// A number in [0, 1) of 24 bits.
  float fraction() {
    return (words.next() & 0xffffff) * 0x1p-24f;
  }
}
