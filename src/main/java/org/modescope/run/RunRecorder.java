package org.modescope.run;

import org.modescope.autograd.Shape;
import org.modescope.measure.PassDetail;
import org.modescope.nn.StateDict;

/// Is told what a run does, pass by pass, on the thread that computes it. Arrays may be kept, but
/// must not be changed.
public interface RunRecorder {
  /// Records nothing.
  RunRecorder NONE = new RunRecorder() {};

  /// How many passes, from the first on, are told in full. Each is computed by itself, so that what
  /// it leaves allocated can be measured.
  default int detailedPasses() {
    return 0;
  }

  /// Whether [#drew] is to be called.
  default boolean wantsFactors() {
    return false;
  }

  /// One of the first passes, in full.
  default void detailed(PassDetail pass) {}

  /// A pass's output.
  ///
  /// @param pass counted from 0
  /// @param values row-major
  default void output(int pass, Shape shape, float[] values) {}

  /// The batch that a pass was given, where each gets its own.
  ///
  /// @param pass counted from 0
  /// @param values row-major
  default void batch(int pass, Shape shape, float[] values) {}

  /// The factor that a random layer multiplied its input by on a pass. Alpha dropout then adds a
  /// shift; a randomized ReLU multiplies by 1 what is above 0.
  ///
  /// @param pass counted from 0
  /// @param shape broadcasts to the input's
  default void drew(String layer, int pass, Shape shape, float[] factor) {}

  /// The gradients that the last pass's backward left, by the keys of their parameters, where
  /// parameters require grad. Of that pass alone, not accumulated. Told once, when passes end.
  default void gradients(StateDict gradients) {}
}
