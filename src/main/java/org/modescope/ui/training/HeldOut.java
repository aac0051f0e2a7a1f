package org.modescope.ui.training;

import java.util.Optional;
import java.util.OptionalLong;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.Rows;

/// Rows that a net does not learn from: of a table those that follow, of a distribution others.
final class HeldOut {
  private HeldOut() {}

  /// The most rows that can be held out beside those of an input.
  static int most(InputSpec input) {
    return switch (input) {
      case FromDataSet chosen -> chosen.dataSet().rows(chosen.classes()) - chosen.rows().end();
      case FromCsv chosen -> chosen.table().rows() - chosen.rows().end();
      case Drawn _ -> Drawn.MAXIMUM_ROWS;
      case Values _, FromSafetensors _ -> 0;
    };
  }

  /// The most rows that an input can have, those that are held out now included.
  static int mostToLearnFrom(InputSpec input) {
    return switch (input) {
      case FromDataSet chosen -> chosen.dataSet().rows(chosen.classes()) - chosen.rows().first();
      case FromCsv chosen -> chosen.table().rows() - chosen.rows().first();
      case Drawn _ -> Drawn.MAXIMUM_ROWS;
      case Values written -> written.shape().size(0);
      case FromSafetensors tensor -> tensor.shape().size(0);
    };
  }

  /// So many rows beside those of an input; empty where there are none to hold out.
  static Optional<InputSpec> of(InputSpec input, int count) {
    int rows = Math.min(count, most(input));
    if (rows < 1) {
      return Optional.empty();
    }
    return switch (input) {
      case FromDataSet chosen -> Optional.of(chosen.withRows(after(chosen.rows(), rows)));
      case FromCsv chosen -> Optional.of(chosen.withRows(after(chosen.rows(), rows)));
      case Drawn drawn ->
          Optional.of(
              new Drawn(drawn.shape().with(0, rows), drawn.distribution(), next(drawn.seed())));
      case Values _, FromSafetensors _ -> Optional.empty();
    };
  }

  /// Whether held out rows come from where those of an input do, and are given in the same way.
  static boolean isBeside(InputSpec held, InputSpec input) {
    return switch (input) {
      case FromDataSet chosen ->
          held instanceof FromDataSet other
              && other.dataSet() == chosen.dataSet()
              && other.classes().equals(chosen.classes())
              && other.flatten() == chosen.flatten()
              && other.resize().equals(chosen.resize())
              && other.standardize() == chosen.standardize();
      case FromCsv chosen ->
          held instanceof FromCsv other
              && other.file().equals(chosen.file())
              && other.columns().equals(chosen.columns())
              && other.standardize() == chosen.standardize();
      case Drawn _, Values _, FromSafetensors _ -> true;
    };
  }

  private static Rows after(Rows rows, int count) {
    return new Rows(rows.end(), rows.end() + count);
  }

  /// The same seed would draw the same rows.
  private static OptionalLong next(OptionalLong seed) {
    return seed.isEmpty() ? seed : OptionalLong.of(seed.getAsLong() + 1);
  }
}
