package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.measure.Inspection.Mask;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.words.RandomFinding.AllDropped;
import org.modescope.words.RandomFinding.AttributionLeftOut;
import org.modescope.words.RandomFinding.DropoutActive;
import org.modescope.words.RandomFinding.DropoutAsleep;
import org.modescope.words.RandomFinding.FunctionalDropout;
import org.modescope.words.RandomFinding.Passes;
import org.modescope.words.RandomFinding.RandomSlopes;
import org.modescope.words.RandomFinding.Unit;

/// Finds what random layers did in a run.
final class RandomFindings {
  private final Observation seen;
  private final Passes passes;

  private RandomFindings(Observation seen) {
    this.seen = seen;
    this.passes = new Passes(seen.progress().series(), seen.experiment().gradMode());
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
      case TOO_LARGE -> Optional.of(new AttributionLeftOut("too-large"));
      case STOPPED -> Optional.of(new AttributionLeftOut("stopped"));
    };
  }

  private Optional<Finding> about(PlacedLayer layer) {
    return switch (layer.spec().type().effect()) {
      case DROPS_ELEMENTS -> dropout(layer, Unit.VALUES);
      case DROPS_CHANNELS -> dropout(layer, Unit.CHANNELS);
      case DROPS_TO_SATURATION -> dropout(layer, Unit.SATURATED);
      case DROPS_IN_EITHER_MODE -> functional(layer);
      case DRAWS_SLOPES -> slopes(layer);
      case NONE, NORMALISES_BY_BATCH, NORMALISES_BY_SAMPLE -> Optional.empty();
    };
  }

  private Optional<Finding> dropout(PlacedLayer layer, Unit unit) {
    if (layer.mode() == Mode.TRAIN) {
      return awake(layer, unit);
    }
    double p = p(layer);
    return p == 0 ? Optional.empty() : Optional.of(new DropoutAsleep(layer.path(), p));
  }

  private Optional<Finding> functional(PlacedLayer layer) {
    if (layer.mode() == Mode.TRAIN || p(layer) == 1) {
      return awake(layer, Unit.VALUES);
    }
    return mask(layer)
        .map(
            mask ->
                new FunctionalDropout(layer.path(), mask.zeroed(), mask.of(), p(layer), passes));
  }

  private Optional<Finding> awake(PlacedLayer layer, Unit unit) {
    if (p(layer) == 1) {
      return Optional.of(new AllDropped(layer.path()));
    }
    return mask(layer)
        .map(
            mask ->
                new DropoutActive(layer.path(), unit, mask.zeroed(), mask.of(), p(layer), passes));
  }

  private Optional<Finding> slopes(PlacedLayer layer) {
    return RandomLayers.draws(layer)
        ? Optional.of(
            new RandomSlopes(
                layer.path(), layer.spec().number("lower"), layer.spec().number("upper"), passes))
        : Optional.empty();
  }

  private Optional<Mask> mask(PlacedLayer layer) {
    return Optional.ofNullable(seen.inspection().masks().get(layer.path()));
  }

  private static double p(PlacedLayer layer) {
    return layer.spec().number("p");
  }
}
