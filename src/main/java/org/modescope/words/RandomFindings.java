package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Inspection.Mask;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;

/// What random layers did in a run.
final class RandomFindings {
  private final Observation seen;

  private RandomFindings(Observation seen) {
    this.seen = seen;
  }

  static List<Finding> of(Observation seen) {
    RandomFindings findings = new RandomFindings(seen);
    List<Finding> found = new ArrayList<>();
    for (PlacedLayer layer : PlacedLayer.of(seen.experiment())) {
      findings.about(layer).ifPresent(found::add);
    }
    findings.leftOut().ifPresent(found::add);
    return found;
  }

  private Optional<Finding> leftOut() {
    return switch (seen.attributionStatus()) {
      case NONE, TO_COME, MEASURED -> Optional.empty();
      case TOO_LARGE ->
          Optional.of(
              Finding.ofNet(
                  FindingId.ATTRIBUTION_LEFT_OUT,
                  "Which random layer causes how much was not measured: it takes some thousand"
                      + " passes, and the net is too large for that."));
      case STOPPED ->
          Optional.of(
              Finding.ofNet(
                  FindingId.ATTRIBUTION_LEFT_OUT,
                  "Which random layer causes how much was not measured: it was stopped."));
    };
  }

  private Optional<Finding> about(PlacedLayer layer) {
    return switch (layer.spec().type().effect()) {
      case DROPS_ELEMENTS, DROPS_CHANNELS, DROPS_TO_SATURATION ->
          layer.mode() == Mode.EVAL ? asleep(layer) : awake(layer, FindingId.DROPOUT_ACTIVE);
      case DROPS_IN_EITHER_MODE ->
          awake(
              layer,
              layer.mode() == Mode.EVAL ? FindingId.FUNCTIONAL_DROPOUT : FindingId.DROPOUT_ACTIVE);
      case DRAWS_SLOPES ->
          RandomLayers.draws(layer) ? Optional.of(slopes(layer)) : Optional.empty();
      case NONE, NORMALISES_BY_BATCH, NORMALISES_BY_SAMPLE -> Optional.empty();
    };
  }

  private static Optional<Finding> asleep(PlacedLayer layer) {
    double p = layer.spec().number("p");
    return p == 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingId.DROPOUT_ASLEEP,
                layer.path(),
                "%s is in eval mode: it passed its input on as it is, although p is %s."
                    .formatted(Words.layer(layer.path()), Words.plain(p))));
  }

  private Optional<Finding> awake(PlacedLayer layer, FindingId id) {
    if (layer.spec().number("p") == 1) {
      return Optional.of(
          Finding.of(
              FindingId.P_ONE,
              layer.path(),
              "%s has p = 1: it multiplied every value by 0, so nothing of its input is left."
                  .formatted(Words.layer(layer.path()))));
    }
    return Optional.ofNullable(seen.inspection().masks().get(layer.path()))
        .map(mask -> Finding.of(id, layer.path(), active(layer, mask)));
  }

  private String active(PlacedLayer layer, Mask mask) {
    String cause =
        layer.spec().type() == LayerType.FUNCTIONAL_DROPOUT && layer.mode() == Mode.EVAL
            ? "%s is F.dropout, which eval() does not reach: it"
                .formatted(Words.layer(layer.path()))
            : Words.layer(layer.path());
    return "%s %s%s; it drew anew on %s%s."
        .formatted(cause, dropped(layer, mask), rest(layer), passes(), despiteGradMode());
  }

  private static String dropped(PlacedLayer layer, Mask mask) {
    return switch (layer.spec().type().effect()) {
      case DROPS_TO_SATURATION ->
          "dropped %,d of %,d values to SELU's saturation on the first pass"
              .formatted(mask.zeroed(), mask.of());
      case DROPS_CHANNELS ->
          "zeroed %,d of %,d channels on the first pass".formatted(mask.zeroed(), mask.of());
      case NONE,
          DROPS_ELEMENTS,
          DROPS_IN_EITHER_MODE,
          DRAWS_SLOPES,
          NORMALISES_BY_BATCH,
          NORMALISES_BY_SAMPLE ->
          "zeroed %,d of %,d values on the first pass".formatted(mask.zeroed(), mask.of());
    };
  }

  private static String rest(PlacedLayer layer) {
    double p = layer.spec().number("p");
    return layer.spec().type() == LayerType.ALPHA_DROPOUT
        ? " (p = %s)".formatted(Words.plain(p))
        : " and multiplied the others by %s (p = %s)"
            .formatted(Words.plain(1 / (1 - p)), Words.plain(p));
  }

  private Finding slopes(PlacedLayer layer) {
    return Finding.of(
        FindingId.RANDOM_SLOPES,
        layer.path(),
        "%s drew slopes from %s to %s for values below 0 on %s%s."
            .formatted(
                Words.layer(layer.path()),
                Words.plain(layer.spec().number("lower")),
                Words.plain(layer.spec().number("upper")),
                passes(),
                despiteGradMode()));
  }

  private String passes() {
    int done = seen.progress().series();
    return done == 1 ? "its one pass" : "each of %,d passes".formatted(done);
  }

  private String despiteGradMode() {
    GradMode mode = seen.experiment().gradMode();
    return mode == GradMode.GRAD ? "" : ", although %s was on".formatted(mode.key());
  }
}
