package org.modescope.files.pytorch.importing;

/// How much of a source is followed: loops and calls can make little text take forever.
final class Budget {
  private static final int STEPS = 200_000;
  private static final int STEPS_OF_A_CALL = 100;
  private static final int DEPTH = 300;

  private int steps;
  private int depth;
  private int line;

  /// @throws TooMuchException if that was one step too many
  void step(int atLine) {
    line = atLine;
    steps++;
    if (steps > STEPS) {
      throw new TooMuchException(line);
    }
  }

  /// Counts the call of a module, after which shapes are followed.
  ///
  /// @throws TooMuchException if that was one call too many
  void call(int atLine) {
    steps += STEPS_OF_A_CALL;
    step(atLine);
  }

  /// Counts a list as steps: it takes memory.
  void charge(int items) {
    steps += items / 8;
  }

  void enter() {
    depth++;
    if (depth > DEPTH) {
      throw new TooMuchException(line);
    }
  }

  void leave() {
    depth--;
  }

  /// Where the source is being followed.
  int line() {
    return line;
  }
}
