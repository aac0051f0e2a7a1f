package org.modescope.words;

import java.util.Locale;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.nn.Mode;

/// What a layer is doing now, in a few words: the line on its card.
///
/// @param text what it does in its present mode
/// @param mode the mode that makes it do so
public record Activity(String text, Mode mode) {

  /// What a layer does in an experiment; empty for a layer that does the same in both modes.
  public static Optional<Activity> of(LayerSpec layer, Experiment experiment) {
    Mode mode = experiment.modeOf(layer);
    return text(layer, mode).map(text -> new Activity(text, mode));
  }

  private static Optional<String> text(LayerSpec layer, Mode mode) {
    return switch (layer.type().effect()) {
      case DROPS_ELEMENTS -> Optional.of(dropout(layer.number("p"), mode, "elements"));
      case DROPS_CHANNELS -> Optional.of(dropout(layer.number("p"), mode, "channels"));
      case DROPS_IN_EITHER_MODE ->
          Optional.of(dropout(layer.number("p"), Mode.TRAIN, "elements") + ", whatever the mode");
      case DROPS_TO_SATURATION -> Optional.of(alphaDropout(layer.number("p"), mode));
      case DRAWS_SLOPES -> Optional.of(randomizedRelu(layer, mode));
      case NORMALISES_BY_BATCH -> Optional.of(batchNorm(layer, mode));
      case NORMALISES_BY_SAMPLE -> instanceNorm(layer, mode);
      case NONE -> Optional.empty();
    };
  }

  private static String dropout(double p, Mode mode, String what) {
    if (mode == Mode.EVAL) {
      return "asleep: passes its input on";
    }
    if (p == 0) {
      return "zeroes nothing: p is 0";
    }
    if (p == 1) {
      return "zeroes everything: p is 1";
    }
    String share = number(100 * p);
    String kept = number(1 / (1 - p));
    return what.equals("elements")
        ? "zeroes %s %%, survivors × %s".formatted(share, kept)
        : "zeroes %s %% of the %s, survivors × %s".formatted(share, what, kept);
  }

  private static String alphaDropout(double p, Mode mode) {
    return mode == Mode.EVAL
        ? "asleep: passes its input on"
        : "drops %s %% to SELU's saturation".formatted(number(100 * p));
  }

  private static String randomizedRelu(LayerSpec layer, Mode mode) {
    double lower = layer.number("lower");
    double upper = layer.number("upper");
    return mode == Mode.EVAL
        ? "one slope below 0: " + number((lower + upper) / 2)
        : "draws slopes below 0 from %s to %s".formatted(number(lower), number(upper));
  }

  private static Optional<String> instanceNorm(LayerSpec layer, Mode mode) {
    if (!layer.flag("track_running_stats")) {
      return Optional.empty();
    }
    return Optional.of(
        mode == Mode.EVAL
            ? "normalises by its running statistics"
            : "normalises by each sample, moves its running statistics");
  }

  private static String batchNorm(LayerSpec layer, Mode mode) {
    boolean tracks = layer.flag("track_running_stats");
    if (!tracks) {
      return "normalises by this batch in both modes, keeps no statistics";
    }
    if (mode == Mode.EVAL) {
      return "normalises by its running statistics";
    }
    return layer.numberOrNone("momentum").filter(momentum -> momentum == 0).isPresent()
        ? "normalises by this batch; momentum 0 keeps its running statistics still"
        : "normalises by this batch, moves its running statistics";
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
