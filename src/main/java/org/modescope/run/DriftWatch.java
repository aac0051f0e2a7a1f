package org.modescope.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.StatisticsDrift.Moment;
import org.modescope.nn.Probe;
import org.modescope.nn.RunningHistory;
import org.modescope.nn.Sequential;

/// Follows the running statistics of every layer that keeps some through a training.
final class DriftWatch implements StepWatch, Probe {
  /// Keeps a spread of 0 from dividing.
  private static final double EPSILON = 1e-5;

  /// About how many moments are kept.
  private static final int MOMENTS = 400;

  /// In more epochs than these, not every end of one is a moment of its own.
  private static final int EPOCHS = 100;

  private final Map<String, Followed> layers = new LinkedHashMap<>();
  private final long stride;
  private final boolean notesEpochs;
  private boolean isInPass;

  /// @param experiment as it is trained
  /// @param net its net before the first step
  /// @param steps how many there will be
  DriftWatch(Experiment experiment, Sequential net, int epochs, long steps) {
    Map<String, Tensor> tensors = net.tensors();
    for (PlacedLayer layer : PlacedLayer.of(experiment)) {
      if (layer.spec().tracksStatistics()) {
        layers.put(layer.path(), new Followed(layer, tensors));
      }
    }
    stride = Math.max(1, Math.ceilDiv(steps, MOMENTS));
    notesEpochs = epochs <= EPOCHS;
    note(0);
  }

  @Override
  public Probe forward() {
    return this;
  }

  /// A pass begins where the net itself is entered.
  @Override
  public void entering(String layer, Tensor input) {
    if (layer.isEmpty()) {
      isInPass = true;
      layers.values().forEach(Followed::passBegan);
    }
  }

  @Override
  public void leaving(String layer, Tensor output) {
    isInPass = isInPass && !layer.isEmpty();
  }

  @Override
  public void updated(String layer, Statistics batch, RunningHistory history) {
    Followed followed = layers.get(layer);
    if (followed != null) {
      followed.updates += history.passes();
    }
  }

  /// A step was given up, forward or backward, and what its pass had moved put back.
  void stepGivenUp() {
    isInPass = false;
    layers.values().forEach(Followed::passGivenUp);
  }

  /// A validation was given up, and what a pass that it was in had moved put back.
  void validationGivenUp() {
    if (isInPass) {
      stepGivenUp();
    }
  }

  /// A step of training was made.
  void stepped(int steps) {
    if (steps % stride == 0) {
      note(steps);
    }
  }

  /// An epoch ended, with its validation.
  void epochEnded(int steps) {
    if (notesEpochs) {
      note(steps);
    }
  }

  /// Takes down where all statistics are.
  void note(int steps) {
    layers.values().forEach(each -> each.note(steps));
  }

  List<StatisticsDrift> drifts() {
    return layers.values().stream().map(Followed::drift).toList();
  }

  private static final class Followed {
    private final PlacedLayer layer;
    private final Tensor mean;
    private final Tensor variance;
    private final float[] startMean;
    private final float[] startVariance;
    private final int[] channels;
    private final List<Moment> moments = new ArrayList<>();
    private long updates;
    private long updatesBeforePass;

    Followed(PlacedLayer layer, Map<String, Tensor> tensors) {
      this.layer = layer;
      mean = Objects.requireNonNull(tensors.get(layer.path() + ".running_mean"));
      variance = Objects.requireNonNull(tensors.get(layer.path() + ".running_var"));
      startMean = mean.values();
      startVariance = variance.values();
      channels = RunningStatistics.evenlySpaced(startMean.length);
    }

    void passBegan() {
      updatesBeforePass = updates;
    }

    void passGivenUp() {
      updates = updatesBeforePass;
    }

    void note(int steps) {
      if (!moments.isEmpty() && moments.getLast().steps() == steps) {
        moments.removeLast();
      }
      float[] means = mean.values();
      float[] variances = variance.values();
      float[] deviations = new float[means.length];
      double sum = 0;
      double spreads = 0;
      for (int i = 0; i < means.length; i++) {
        double spread = Math.sqrt(startVariance[i] + EPSILON);
        double deviation = Math.abs(means[i] - startMean[i]) / spread;
        deviations[i] = (float) deviation;
        sum += deviation;
        spreads += Math.sqrt(variances[i] + EPSILON) / spread;
      }
      moments.add(
          new Moment(
              steps,
              updates,
              traced(means),
              traced(variances),
              traced(deviations),
              sum / means.length,
              spreads / means.length));
    }

    private float[] traced(float[] values) {
      float[] some = new float[channels.length];
      for (int i = 0; i < some.length; i++) {
        some[i] = values[channels[i]];
      }
      return some;
    }

    StatisticsDrift drift() {
      return new StatisticsDrift(
          layer.path(), !layer.isTrainable(), layer.mode(), channels, moments);
    }
  }
}
