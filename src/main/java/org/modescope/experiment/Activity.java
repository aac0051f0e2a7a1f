package org.modescope.experiment;

import java.util.Locale;
import java.util.Optional;
import org.modescope.nn.Mode;

/// What a layer is doing now, in a few words: the line on its card.
///
/// @param text what it does in its present mode
/// @param mode the mode that makes it do so
public record Activity(String text, Mode mode) {

  /// What a layer does in an experiment; empty for a layer that does the same in both modes.
  public static Optional<Activity> of(LayerSpec layer, Experiment experiment) {
    Mode mode = experiment.modeOf(layer);
    return switch (layer.type()) {
      case DROPOUT -> Optional.of(new Activity(dropout(layer.number("p"), mode), mode));
      case BATCH_NORM_1D -> Optional.of(new Activity(batchNorm(layer, mode), mode));
      case LINEAR, RELU -> Optional.empty();
    };
  }

  private static String dropout(double p, Mode mode) {
    if (mode == Mode.EVAL) {
      return "asleep: passes its input on";
    }
    if (p == 0) {
      return "zeroes nothing: p is 0";
    }
    if (p == 1) {
      return "zeroes everything: p is 1";
    }
    return "zeroes %s %%, survivors × %s".formatted(number(100 * p), number(1 / (1 - p)));
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
