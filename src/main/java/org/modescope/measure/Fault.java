package org.modescope.measure;

/// Why the program gave a run up, where it was not the net that refused.
///
/// @param kind what went wrong
/// @param type the simple name of what was thrown
/// @param message what that said of itself; may be empty
public record Fault(Kind kind, String type, String message) {

  /// What can go wrong.
  public enum Kind {
    /// There was not enough memory.
    SHORTAGE,
    /// The experiment has a value that nothing can be run with.
    INVALID_VALUE,
    /// ND4J's native library does not load.
    NO_LIBRARY,
    /// Anything else is a mistake of the program.
    OURS
  }
}
