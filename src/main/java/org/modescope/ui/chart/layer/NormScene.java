package org.modescope.ui.chart.layer;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.NormGroup;
import org.modescope.nn.Mode;

/// All that the picture of a normalisation shows.
///
/// @param group the numbers that are normalised together
/// @param mode the mode that the layer is in
/// @param stages the names of the stages, in order
/// @param words what stands beside the marks
/// @param tracks the running statistics, where they have a stage of their own; empty where the
///   layer keeps none
/// @param kept what is kept for backward, which is the last stage
/// @param current the stage at hand, from 0
/// @param progress how much of it is done, from 0 to 1
public record NormScene(
    NormGroup group,
    Mode mode,
    List<String> stages,
    Words words,
    Optional<Tracks> tracks,
    Kept kept,
    int current,
    double progress) {

  public NormScene {
    stages = List.copyOf(stages);
  }

  /// Where the values begin, are centred, are normalised and scaled.
  static final int VALUES = 0;

  static final int MOMENTS = 1;
  static final int NORMALISE = 2;
  static final int AFFINE = 3;

  /// Which stage moves the buffers; −1 where none does.
  int bufferStage() {
    return tracks.isPresent() ? AFFINE + 1 : -1;
  }

  int keptStage() {
    return stages.size() - 1;
  }

  /// This at another stage.
  public NormScene at(int stage, double done) {
    return new NormScene(group, mode, stages, words, tracks, kept, stage, done);
  }

  /// The other mode.
  Mode otherMode() {
    return mode == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN;
  }

  /// What stands beside the marks.
  ///
  /// @param input below the values, such as whose output they are
  /// @param mean beside the mean
  /// @param variance beside the variance
  /// @param varianceNote what kind of variance it is
  /// @param normal below the normalised values
  /// @param affine below the outputs
  /// @param x beside the value that is pointed at
  /// @param y beside its output
  /// @param other beside what the other mode would have given; empty where there is none
  public record Words(
      String input,
      String mean,
      String variance,
      String varianceNote,
      String normal,
      String affine,
      String x,
      String y,
      String other) {}

  /// Running mean and running variance of the channel.
  ///
  /// @param counter how `num_batches_tracked` moved
  public record Tracks(Track mean, Track variance, String counter) {}

  /// The way of one running statistic.
  ///
  /// @param name its name
  /// @param from where it began, or was before, which is the left end
  /// @param before its value before the pass
  /// @param after its value after it
  /// @param to the batch's value, which is the right end
  /// @param fromText beside the left end
  /// @param beforeText the value before
  /// @param afterText the value after
  /// @param toText beside the right end
  /// @param notes lines below
  public record Track(
      String name,
      double from,
      double before,
      double after,
      double to,
      String fromText,
      String beforeText,
      String afterText,
      String toText,
      List<String> notes) {}

  /// What is kept for backward.
  ///
  /// @param chips the tensors, in order
  /// @param note why
  public record Kept(List<Chip> chips, String note) {}

  /// A tensor that is kept.
  ///
  /// @param kind what it is to the operation
  /// @param name PyTorch's name of it
  /// @param detail its shape, or what it is
  /// @param bytes its size
  /// @param isExtra whether it is there only for backward
  public record Chip(SavedKind kind, String name, String detail, String bytes, boolean isExtra) {}
}
