package org.modescope.ui.layer;

import java.util.Arrays;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.GraphMemory.Saved;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.NormGroup.Moments;
import org.modescope.words.Numbers;
import org.modescope.words.Text;

/// Numbers and short phrases that all kinds of layers share.
///
/// @param text the language
record Figures(Text text) {
  private static final int DECIMALS = 4;
  private static final double LEAST_PLAIN = 5e-4;
  private static final double MOST_PLAIN = 1e6;

  /// A number in a formula: four decimals, so that lines can be followed by hand.
  String exact(double value) {
    double magnitude = Math.abs(value);
    boolean isPlain = value == 0 || (magnitude >= LEAST_PLAIN && magnitude < MOST_PLAIN);
    return isPlain || !Double.isFinite(value)
        // What is −0 reads as 0.
        ? numbers().fixed(value + 0.0, DECIMALS)
        : numbers().size(value);
  }

  /// A number in a formula after a sign.
  String signed(double value) {
    return value < 0 ? "(" + exact(value) + ")" : exact(value);
  }

  /// A factor or a term in a formula, short where it is a round one.
  String round(double value) {
    return Math.rint(100 * value) == 100 * value ? numbers().fixed(value + 0.0, 2) : signed(value);
  }

  /// A number with so many decimals, which is not −0.
  String fixed(double value, int decimals) {
    double unit = Math.pow(10, -decimals);
    return numbers().fixed(Math.abs(value) < unit / 2 ? 0 : value, decimals);
  }

  /// A number in a sentence.
  String rough(double value) {
    return numbers().size(value);
  }

  Numbers numbers() {
    return text.numbers();
  }

  /// Mean and spread of all numbers of a stage.
  static Moments moments(float[] values) {
    double sum = 0;
    double square = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    for (float value : values) {
      square += (value - mean) * (value - mean);
    }
    return new Moments(mean, square / values.length);
  }

  /// What is said of the bytes that the layer keeps.
  String kept(LayerTrace trace) {
    long extra = trace.extraBytes();
    if (trace.saved().isEmpty()) {
      return text.say(
          "trace.kept.nothing." + whyNothing(trace),
          "grad",
          trace.gradMode().key(),
          "layer",
          text.layer(trace.layer()));
    }
    return extra == 0
        ? text.say("trace.kept.shared")
        : text.say("trace.kept.extra", "bytes", numbers().bytes(extra));
  }

  private static String whyNothing(LayerTrace trace) {
    return switch (trace.gradMode()) {
      case GRAD -> trace.recorded() || isPassedOn(trace) ? "grad" : "frozen";
      case NO_GRAD, INFERENCE_MODE -> "off";
    };
  }

  /// Whether what comes out is what went in, which leaves nothing to record with grad on either.
  private static boolean isPassedOn(LayerTrace trace) {
    return Arrays.equals(trace.values(LayerTrace.INPUT), trace.values(LayerTrace.OUTPUT));
  }

  static boolean isExtra(Saved saved) {
    return saved.kind() != SavedKind.INPUT && saved.kind() != SavedKind.REFERENCE;
  }
}
