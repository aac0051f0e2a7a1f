package org.modescope.measure;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ModeEffect;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.Inspection.Batch;
import org.modescope.measure.Inspection.Mask;
import org.modescope.measure.Inspection.NonFinite;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;

/// Looks into the net: at the first pass of a run as it is made, and at one in eval mode where
/// dropout lies before a layer that normalises by the batch.
public final class Inspector {
  private final SequencedMap<String, PlacedLayer> layers = new LinkedHashMap<>();
  private final SequencedMap<String, Mask> masks = new LinkedHashMap<>();
  private final SequencedMap<String, Batch> batches = new LinkedHashMap<>();
  private Optional<NonFinite> nonFinite = Optional.empty();

  public Inspector(Experiment experiment) {
    PlacedLayer.of(experiment).forEach(layer -> layers.put(layer.path(), layer));
  }

  /// Whether a layer normalises by the batch it is given.
  static boolean normalizesByBatch(PlacedLayer layer) {
    return layer.spec().type().isBatchNorm()
        && (layer.mode() == Mode.TRAIN || !layer.spec().flag("track_running_stats"));
  }

  /// A layer of the first pass is about to compute.
  public void entering(String path, Tensor input) {
    PlacedLayer layer = layers.get(path);
    if (layer != null && normalizesByBatch(layer) && hasStatistics(layer, input.shape())) {
      Statistics batch = Statistics.overBatch(input);
      batches.put(
          path,
          new Batch(
              batch.count(),
              meanVariance(batch),
              smallestMagnitude(batch, layer.spec().number("eps")),
              OptionalDouble.empty()));
    }
  }

  /// A random layer has drawn its factor for the first pass.
  public void drew(String path, Tensor factor) {
    PlacedLayer layer = layers.get(path);
    if (layer == null || layer.spec().type().effect() == ModeEffect.DRAWS_SLOPES) {
      return;
    }
    long zeroed = 0;
    float[] values = factor.values();
    for (float value : values) {
      zeroed += value == 0 ? 1 : 0;
    }
    masks.put(path, new Mask(zeroed, values.length));
  }

  public void found(Optional<NonFinite> place) {
    nonFinite = nonFinite.or(() -> place);
  }

  /// Whether dropout that drew lies before a layer that normalises by the batch.
  public boolean hasShiftedBatch() {
    return batches.keySet().stream().anyMatch(this::liesBehindMask);
  }

  /// Measures what layers behind dropout are given when dropout rests.
  ///
  /// @param copy a net that may be changed
  public void lookAtRest(Sequential copy, Tensor input, Draws draws) {
    copy.eval();
    GradMode.NO_GRAD.run(
        () -> {
          try (Arena _ = Arena.open()) {
            copy.apply(input.forPasses(1), Passes.of(0, 1, draws).watchedBy(new VarianceWatch()));
          }
        });
  }

  public Inspection summary() {
    return new Inspection(masks, batches, nonFinite);
  }

  private boolean liesBehindMask(String path) {
    return layers.keySet().stream()
        .takeWhile(before -> !before.equals(path))
        .anyMatch(masks::containsKey);
  }

  private static boolean hasStatistics(PlacedLayer layer, Shape input) {
    int features = layer.spec().integer("num_features");
    return input.rank() >= 2
        && input.size(1) == features
        && input.elements() / Math.max(1, features) > 1;
  }

  private static double meanVariance(Statistics batch) {
    double sum = 0;
    for (int channel = 0; channel < batch.channels(); channel++) {
      sum += batch.unbiasedVariance(0, channel);
    }
    return sum / batch.channels();
  }

  /// Two values lie at the same distance from their mean, and that is their standard deviation:
  /// what keeps them from ±1 is eps alone.
  private static OptionalDouble smallestMagnitude(Statistics batch, double eps) {
    if (batch.count() != 2) {
      return OptionalDouble.empty();
    }
    double smallest = 1;
    for (int channel = 0; channel < batch.channels(); channel++) {
      double variance = batch.biasedVariance(0, channel);
      smallest = Math.min(smallest, Math.sqrt(variance / (variance + eps)));
    }
    return Double.isFinite(smallest) ? OptionalDouble.of(smallest) : OptionalDouble.empty();
  }

  private final class VarianceWatch implements Probe {
    @Override
    public void entering(String path, Tensor input) {
      Batch batch = batches.get(path);
      if (batch != null && liesBehindMask(path)) {
        batches.put(path, batch.withVarianceAtRest(meanVariance(Statistics.overBatch(input))));
      }
    }
  }
}
