package org.modescope.cli;

/// What a command tells the shell.
public final class ExitCode {
  /// What was asked for is done; also after Ctrl-C, for the passes that were made until then.
  public static final int DONE = 0;

  /// A fault of this program.
  public static final int FAULT = 1;

  /// The command or the experiment is wrong. No output file was touched.
  public static final int WRONG = 2;

  /// The net refused a pass, as PyTorch would, or memory did not suffice for it.
  public static final int REFUSED = 3;

  private ExitCode() {}
}
