package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.LayerSpec;
import org.modescope.nn.Mode;

/// One pass through one layer, stage by stage, with all numbers.
///
/// @param layer the layer's path, such as `layer1.0.bn1`
/// @param spec the layer
/// @param mode the mode that the layer is really in
/// @param gradMode whether the pass was recorded
/// @param recorded whether the layer left an operation in the graph
/// @param pass which pass, counted from 1
/// @param stages in the order in which they happen; see [Stage]
/// @param parameters what the layer held when the pass began, parameters and running statistics,
///   under their short names such as `weight`
/// @param counter `num_batches_tracked` before and after; empty where the layer counts nothing
/// @param otherRefusal what PyTorch says where the other mode would refuse the same input; then
///   there is no stage of it
/// @param saved what the layer's operations keep for backward
/// @param repeats what more passes of the same input through this layer alone gave, where it draws
public record LayerTrace(
    String layer,
    LayerSpec spec,
    Mode mode,
    GradMode gradMode,
    boolean recorded,
    int pass,
    List<Stage> stages,
    List<Stage> parameters,
    Optional<Counter> counter,
    Optional<String> otherRefusal,
    List<GraphMemory.Saved> saved,
    Optional<Repeats> repeats) {

  public static final String INPUT = "input";
  public static final String OUTPUT = "output";
  public static final String MEAN = "mean";
  public static final String BIASED_VARIANCE = "var_biased";
  public static final String UNBIASED_VARIANCE = "var_unbiased";
  public static final String NORMALIZED = "normalized";
  public static final String MEAN_BEFORE = "running_mean_before";
  public static final String MEAN_AFTER = "running_mean_after";
  public static final String VARIANCE_BEFORE = "running_var_before";
  public static final String VARIANCE_AFTER = "running_var_after";
  public static final String MASK = "mask";
  public static final String OTHER_MODE = "other_mode";

  public LayerTrace {
    stages = List.copyOf(stages);
    parameters = List.copyOf(parameters);
    saved = List.copyOf(saved);
  }

  /// Numbers that exist at one point of the pass: those that go in, statistics, those that come
  /// out.
  ///
  /// @param name one of the names above, or a parameter's
  /// @param values row-major
  public record Stage(String name, Shape shape, float[] values) {}

  /// `num_batches_tracked`.
  public record Counter(long before, long after) {}

  /// The same input through the layer alone, again and again, on a copy.
  ///
  /// @param means the mean over all outputs, pass by pass
  /// @param variances their variance (÷ n), pass by pass
  /// @param cellMeans the mean of each output over the passes
  /// @param cellVariances the variance (÷ n) of each output over the passes
  public record Repeats(
      double[] means, double[] variances, float[] cellMeans, float[] cellVariances) {
    public int passes() {
      return means.length;
    }
  }

  public Optional<Stage> stage(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
  }

  /// The numbers of a stage that every trace has, or that this kind of layer has.
  ///
  /// @throws IllegalArgumentException if there is no such stage
  public float[] values(String name) {
    return stage(name)
        .orElseThrow(() -> new IllegalArgumentException(layer + " has no stage " + name))
        .values();
  }

  public Optional<Stage> parameter(String name) {
    return parameters.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// The shape that went in.
  public Shape inputShape() {
    return stage(INPUT).orElseThrow().shape();
  }

  /// The shape that came out.
  public Shape outputShape() {
    return stage(OUTPUT).orElseThrow().shape();
  }

  /// Whether the layer normalised by what it was given, and not by running statistics.
  public boolean isByBatch() {
    return mode == Mode.TRAIN || !spec.tracksStatistics();
  }

  /// The bytes kept beyond what the net and the caller hold anyway, a storage that two tensors
  /// share counted once.
  public long extraBytes() {
    return saved.stream()
        .filter(each -> !each.alias())
        .mapToLong(
            each ->
                switch (each.kind()) {
                  case ACTIVATION, MASK, STATISTIC -> each.bytes();
                  case INPUT, REFERENCE -> 0;
                })
        .sum();
  }
}
