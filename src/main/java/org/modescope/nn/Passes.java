package org.modescope.nn;

/// The block of passes that is computed at once: which passes they are, what their random layers
/// draw, and who watches.
///
/// The same pass gives the same result whatever block it is computed in.
///
/// @param first the number of the first pass, counted since the net was built
/// @param count how many passes
/// @param draws where random layers draw from
/// @param probe who watches; watching changes nothing
public record Passes(long first, int count, Draws draws, Probe probe) {

  /// A block that nobody watches.
  public static Passes of(long first, int count, Draws draws) {
    return new Passes(first, count, draws, Probe.NONE);
  }

  /// The same passes, watched.
  public Passes watchedBy(Probe watcher) {
    return new Passes(first, count, draws, watcher);
  }
}
