package org.modescope.words;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.nn.Mode;

/// What a layer is doing now: the line on its card.
///
/// @param layer the layer
/// @param mode the mode that makes it do so
public record Activity(LayerSpec layer, Mode mode) {

  /// What a layer does in an experiment; empty for a layer that does the same in both modes.
  public static Optional<Activity> of(LayerSpec layer, Experiment experiment) {
    return isWorthALine(layer)
        ? Optional.of(new Activity(layer, experiment.modeOf(layer)))
        : Optional.empty();
  }

  private static boolean isWorthALine(LayerSpec layer) {
    return switch (layer.type().effect()) {
      case DROPS_ELEMENTS,
          DROPS_CHANNELS,
          DROPS_IN_EITHER_MODE,
          DROPS_TO_SATURATION,
          DRAWS_SLOPES,
          NORMALISES_BY_BATCH ->
          true;
      case NORMALISES_BY_SAMPLE -> layer.tracksStatistics();
      case NONE -> false;
    };
  }

  /// The line.
  public String say(Text text) {
    return switch (layer.type()) {
      case DROPOUT -> dropout("values", text);
      case DROPOUT_1D, DROPOUT_2D, DROPOUT_3D -> dropout("channels", text);
      case ALPHA_DROPOUT, FEATURE_ALPHA_DROPOUT -> dropout("saturated", text);
      case FUNCTIONAL_DROPOUT -> functionalDropout(text);
      case RRELU -> slopes(text);
      case BATCH_NORM_1D, BATCH_NORM_2D, BATCH_NORM_3D -> batchNorm(text);
      default ->
          text.say(mode == Mode.EVAL ? "activity.norm.running" : "activity.norm.samples-and-moves");
    };
  }

  private String dropout(String what, Text text) {
    return mode == Mode.EVAL
        ? text.say("activity.dropout.asleep")
        : dropout("activity.dropout.", what, text);
  }

  private String functionalDropout(Text text) {
    return dropout("activity.functional-dropout.", "values", text);
  }

  private String dropout(String prefix, String what, Text text) {
    double p = layer.number("p");
    if (p == 0) {
      return text.say(prefix + "nothing");
    }
    if (p == 1) {
      return text.say(prefix + "everything");
    }
    return text.say(
        prefix + what,
        "share",
        text.numbers().plain(100 * p),
        "factor",
        text.numbers().plain(1 / (1 - p)));
  }

  private String slopes(Text text) {
    double lower = layer.number("lower");
    double upper = layer.number("upper");
    return mode == Mode.EVAL
        ? text.say("activity.slopes.one", "slope", text.numbers().plain((lower + upper) / 2))
        : text.say(
            "activity.slopes.drawn",
            "lower",
            text.numbers().plain(lower),
            "upper",
            text.numbers().plain(upper));
  }

  private String batchNorm(Text text) {
    if (!layer.flag("track_running_stats")) {
      return text.say("activity.norm.batch-in-both-modes");
    }
    if (mode == Mode.EVAL) {
      return text.say("activity.norm.running");
    }
    return layer.numberOrNone("momentum").filter(momentum -> momentum == 0).isPresent()
        ? text.say("activity.norm.batch-and-stays")
        : text.say("activity.norm.batch-and-moves");
  }
}
