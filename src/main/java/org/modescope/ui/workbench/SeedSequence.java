package org.modescope.ui.workbench;

/// The seeds that *New seed* goes through: scattered, but the same ones after the same start, so that a class that
/// presses the button three times sees the same three nets on every machine.
public final class SeedSequence {
  private static final long SEEDS = 10_000;

  private SeedSequence() {}

  /// The seed that follows, from 0 to 9999.
  public static long after(long seed) {
    // Knuth's MMIX generator; its high bits are the scattered ones.
    long scattered = seed * 6364136223846793005L + 1442695040888963407L;
    long next = Math.floorMod(scattered >>> 33, SEEDS);
    return next == seed ? next + 1 : next;
  }
}
