package org.modescope.autograd.random;

/// A stream of 32-bit words, the one of C++'s `std::mt19937` (M. Matsumoto and T. Nishimura,
/// "Mersenne Twister", 1998).
///
/// Words are made 624 at a time, ahead of need. Those at even places of the stream and those at odd
/// ones lie in arrays of their own: so every loop here, and one over pairs of words, runs through
/// arrays element by element and compiles to vector instructions.
final class MersenneTwister {
  private static final int LENGTH = 624;

  /// The most pairs of words that are made at once.
  static final int HALF = LENGTH / 2;

  /// A word is made of one that comes 397 places later in the old state, or was made 227 places
  /// earlier: these are the distances within the halves.
  private static final int AHEAD_OF_EVEN = 198;

  private static final int AHEAD_OF_ODD = 199;
  private static final int BEHIND_EVEN = 114;
  private static final int BEHIND_ODD = 113;

  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;
  private static final int TWIST = 0x9908b0df;
  private static final int SEEDING = 1812433253;

  private Halves state = new Halves();
  private Halves spare = new Halves();
  private final Halves words = new Halves();
  private int used = LENGTH;

  /// Words at even and at odd places.
  private record Halves(int[] even, int[] odd) {
    Halves() {
      this(new int[HALF], new int[HALF]);
    }

    void set(Halves other) {
      System.arraycopy(other.even, 0, even, 0, HALF);
      System.arraycopy(other.odd, 0, odd, 0, HALF);
    }
  }

  MersenneTwister(int seed) {
    int word = seed;
    for (int i = 0; i < LENGTH; i++) {
      (i % 2 == 0 ? state.even : state.odd)[i / 2] = word;
      word = SEEDING * (word ^ (word >>> 30)) + i + 1;
    }
  }

  private MersenneTwister(MersenneTwister other) {
    state.set(other.state);
    words.set(other.words);
    used = other.used;
  }

  MersenneTwister copy() {
    return new MersenneTwister(this);
  }

  int next() {
    if (used == LENGTH) {
      refill();
    }
    int place = used++;
    return ((place & 1) == 0 ? words.even : words.odd)[place >>> 1];
  }

  /// Passes over words as if they had been drawn.
  void skip(long count) {
    long left = count;
    while (left > LENGTH - used) {
      left -= LENGTH - used;
      refill();
    }
    used += (int) left;
  }

  /// Draws pairs of words into two arrays, as many as are ready, and returns how many. There may be
  /// none: a pair can lie across two lots of words.
  int nextPairs(int[] firsts, int[] seconds, int most) {
    if (used == LENGTH) {
      refill();
    }
    int pairs = Math.min(most, (LENGTH - used) / 2);
    boolean isEven = used % 2 == 0;
    System.arraycopy(isEven ? words.even : words.odd, used / 2, firsts, 0, pairs);
    System.arraycopy(isEven ? words.odd : words.even, (used + 1) / 2, seconds, 0, pairs);
    used += 2 * pairs;
    return pairs;
  }

  private void refill() {
    Halves next = spare;
    twist(state.even, state.odd, next.even, next.odd);
    spare = state;
    state = next;
    temper(next.even, words.even);
    temper(next.odd, words.odd);
    used = 0;
  }

  /// Each part reads only what the parts before it have made.
  private static void twist(int[] even, int[] odd, int[] nextEven, int[] nextOdd) {
    for (int i = 0; i < BEHIND_EVEN; i++) {
      nextEven[i] = odd[i + AHEAD_OF_EVEN] ^ twisted(even[i], odd[i]);
    }
    for (int i = 0; i < BEHIND_ODD; i++) {
      nextOdd[i] = even[i + AHEAD_OF_ODD] ^ twisted(odd[i], even[i + 1]);
    }
    for (int i = BEHIND_EVEN; i < 2 * BEHIND_ODD; i++) {
      nextEven[i] = nextOdd[i - BEHIND_EVEN] ^ twisted(even[i], odd[i]);
    }
    for (int i = BEHIND_ODD; i < HALF - 1; i++) {
      nextOdd[i] = nextEven[i - BEHIND_ODD] ^ twisted(odd[i], even[i + 1]);
    }
    nextOdd[HALF - 1] = nextEven[HALF - 1 - BEHIND_ODD] ^ twisted(odd[HALF - 1], nextEven[0]);
    for (int i = 2 * BEHIND_ODD; i < HALF; i++) {
      nextEven[i] = nextOdd[i - BEHIND_EVEN] ^ twisted(even[i], odd[i]);
    }
  }

  private static int twisted(int high, int low) {
    int joined = (high & UPPER) | (low & LOWER);
    return (joined >>> 1) ^ (-(low & 1) & TWIST);
  }

  private static void temper(int[] from, int[] to) {
    for (int i = 0; i < HALF; i++) {
      int word = from[i];
      word ^= word >>> 11;
      word ^= (word << 7) & 0x9d2c5680;
      word ^= (word << 15) & 0xefc60000;
      to[i] = word ^ (word >>> 18);
    }
  }
}
