package org.modescope.mystery;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.Parameters;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;

/// A composition made real, on which trials are made, on the caller's thread. What the trials show
/// is measured; each begins with the net as it was handed out.
public final class Subject {
  /// Passes that were made in train mode before a net is handed out, so that running statistics are
  /// somewhere.
  public static final int PASSES_BEFORE = 10;

  /// Keeps the stream of other mates apart from that of the input.
  private static final long MATES = 0x3a7e5;

  private final Experiment experiment;
  private final float[] rows;

  private Subject(Experiment experiment) {
    this.experiment = experiment;
    rows = InputValues.of(experiment.input(), Generator.seeded(experiment.seed()));
  }

  /// Builds the net, and makes the passes that come before it is handed out.
  static Subject of(MysteryNet net, Composition composition) {
    Experiment described = net.experiment(composition);
    Parameters used = new Parameters("used", used(described));
    return new Subject(described.withParameters(Optional.of(used)));
  }

  /// The experiment whose passes are made before a net is handed out.
  public static Experiment before(Experiment described) {
    List<LayerSpec> following =
        described.network().stream().map(layer -> layer.withMode(Optional.empty())).toList();
    return described
        .withNetwork(following)
        .withMode(Mode.TRAIN)
        .withGradMode(GradMode.NO_GRAD)
        .withPasses(PASSES_BEFORE);
  }

  private static StateDict used(Experiment described) {
    try (DirectRun run = new DirectRun(before(described))) {
      run.go(RunOptions.plain(PASSES_BEFORE), RunRecorder.NONE, _ -> {}, () -> false);
      return run.state();
    }
  }

  /// Makes a trial.
  ///
  /// @param passes how many, where the trial asks for it
  Outcome make(Trial trial, int passes) {
    return switch (trial) {
      case RUN -> new Outcome.Ran(trial, seen(experiment.input(), RunOptions.plain(passes)));
      case ALONE -> new Outcome.Ran(trial, seen(firstRow(), RunOptions.plain(passes)));
      case COMPANY -> company();
      case BACKWARD ->
          new Outcome.Ran(trial, seen(experiment.input(), RunOptions.plain(1).withBackward()));
      case STRETCH -> stretched();
    };
  }

  private InputSpec firstRow() {
    return new InputSpec.Values(experiment.input().shape(), rows).withBatchSize(1);
  }

  private Outcome company() {
    int width = rows.length / MysteryNet.ROWS;
    float[] others = new float[rows.length];
    Generator.seeded(experiment.seed() ^ MATES).normal(others);
    System.arraycopy(rows, 0, others, 0, width);
    Observation among = seen(values(others), RunOptions.plain(1));
    float[] before = answers(seen(experiment.input(), RunOptions.plain(1)));
    float[] after = answers(among);
    double moved = 0;
    for (int i = 0; i < before.length / MysteryNet.ROWS; i++) {
      moved = Math.max(moved, Math.abs((double) after[i] - before[i]));
    }
    return new Outcome.Company(among, moved);
  }

  private Outcome stretched() {
    Observation doubled = times(2);
    Course course =
        Course.of(
            answers(times(0)),
            answers(times(1)),
            answers(times(-1)),
            answers(doubled),
            answers(times(100)),
            answers(times(1000)));
    return new Outcome.Stretched(doubled, course);
  }

  private Observation times(float factor) {
    float[] scaled = rows.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return seen(values(scaled), RunOptions.plain(1));
  }

  private InputSpec values(float[] given) {
    Shape shape = experiment.input().shape();
    return new InputSpec.Values(shape, given);
  }

  private Observation seen(InputSpec input, RunOptions options) {
    Experiment asked = experiment.withInput(input).withPasses(options.passes());
    try (DirectRun run = new DirectRun(asked)) {
      return run.go(options, RunRecorder.NONE, _ -> {}, () -> false);
    }
  }

  /// What the first pass answered, row-major; empty if it was refused.
  private static float[] answers(Observation seen) {
    return seen.output()
        .filter(output -> !output.samples().isEmpty())
        .map(output -> output.samples().getFirst().values())
        .orElse(new float[0]);
  }
}
