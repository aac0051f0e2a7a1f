package org.modescope.cli;

import org.modescope.words.Text;

/// What is said where a window is asked for and there is no display to open it on. It is no fault
/// of the program, whichever way the window was asked for.
public final class NoDisplay {
  private NoDisplay() {}

  /// The message; the command ends with [ExitCode#WRONG].
  ///
  /// @param thrown what opening the window threw
  public static String message(UnsupportedOperationException thrown) {
    return Text.english().say("cli.no-display", "reason", String.valueOf(thrown.getMessage()));
  }
}
