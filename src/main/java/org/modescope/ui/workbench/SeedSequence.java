package org.modescope.ui.workbench;

/// The seeds that *New seed* goes through: scattered, but the same ones after the same start, so
/// that a class that presses the button three times sees the same three nets on every machine.
public final class SeedSequence {
  private static final long SEEDS = 10_000;
  private static final long FACTOR = 4181;
  private static final long STEP = 7919;

  private SeedSequence() {}

  /// The seed that follows, from 0 to 9999.
  public static long after(long seed) {
    // By Hull and Dobell's theorem these numbers go through all seeds before one comes again.
    return (FACTOR * Math.floorMod(seed, SEEDS) + STEP) % SEEDS;
  }
}
