package org.modescope.ui.chart.cells;

import java.util.List;
import java.util.Optional;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.RunningStatistics.Stretch;
import org.modescope.ui.chart.ValueRange;

/// What the pictures of all six cells have in common, so that they can be compared by eye: the axis
/// of answers, the layer whose running means are drawn and their axis, and the scale of bytes.
///
/// @param answers the axis of all dots
/// @param layer the layer whose running means are drawn; empty text if none keeps any
/// @param means the axis of its running means
/// @param mostBytes what the cell that holds most holds
public record CommonScale(ValueRange answers, String layer, ValueRange means, long mostBytes) {
  /// The most outputs that have a column of dots.
  static final int MOST_OUTPUTS = 16;

  /// The most channels that have a line.
  static final int MOST_CHANNELS = 24;

  /// Of cells as far as they were run.
  public static CommonScale of(List<Cell> cells) {
    ValueRange answers = new ValueRange();
    cells.stream()
        .flatMap(cell -> cell.seen().output().stream())
        .forEach(output -> include(output, answers));
    String layer =
        cells.stream().map(CommonScale::telling).flatMap(Optional::stream).findFirst().orElse("");
    ValueRange means = new ValueRange();
    cells.stream()
        .flatMap(cell -> traced(cell, layer).stream())
        .forEach(traced -> include(traced, means));
    long mostBytes =
        cells.stream()
            .flatMap(cell -> cell.seen().memory().stream())
            .mapToLong(GraphMemory::extraBytes)
            .max()
            .orElse(0);
    return new CommonScale(answers.padded(), layer, means.padded(), mostBytes);
  }

  /// How many of so many outputs or channels are drawn.
  public static int drawn(int all, int most) {
    return all == 0 ? 0 : (all - 1) / step(all, most) + 1;
  }

  /// How many of so many outputs are drawn.
  public static int drawnOutputs(int outputs) {
    return drawn(outputs, MOST_OUTPUTS);
  }

  /// How many of so many channels are drawn.
  public static int drawnChannels(int channels) {
    return drawn(channels, MOST_CHANNELS);
  }

  /// Every how many of them is drawn.
  static int step(int all, int most) {
    return Math.max(1, (all + most - 1) / most);
  }

  /// A layer's running statistics in a cell.
  public static Optional<RunningStatistics> traced(Cell cell, String layer) {
    return cell.seen().statistics().stream()
        .filter(each -> each.layer().equals(layer) && each.mean().start().length > 0)
        .findFirst();
  }

  /// The first layer that moved, or else the first that has running means.
  private static Optional<String> telling(Cell cell) {
    List<RunningStatistics> kept =
        cell.seen().statistics().stream().filter(each -> each.mean().start().length > 0).toList();
    return kept.stream()
        .filter(RunningStatistics::moved)
        .findFirst()
        .or(() -> kept.stream().findFirst())
        .map(RunningStatistics::layer);
  }

  private static void include(OutputVariance output, ValueRange range) {
    int step = step(output.minimum().length, MOST_OUTPUTS);
    for (int index = 0; index < output.minimum().length; index += step) {
      range.include(output.minimum()[index]);
      range.include(output.maximum()[index]);
    }
  }

  private static void include(RunningStatistics traced, ValueRange range) {
    int step = step(traced.mean().start().length, MOST_CHANNELS);
    for (int index = 0; index < traced.mean().start().length; index += step) {
      range.include(traced.mean().start()[index]);
      for (Stretch stretch : traced.mean().stretches()) {
        range.include(stretch.last()[index]);
      }
      if (index < traced.batchMean().length) {
        range.include(traced.batchMean()[index]);
      }
    }
  }
}
