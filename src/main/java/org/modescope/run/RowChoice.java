package org.modescope.run;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.modescope.experiment.Companies;
import org.modescope.measure.RowAnswers;

/// Finds the row of an input whose answer moves most in changing company.
///
/// @param row the first of those that move most
/// @param candidates how many rows were looked at
record RowChoice(int row, int candidates) {
  private static final int MOST_CANDIDATES = 32;
  private static final int COMPANIES = 8;

  /// Multiply-adds that may go into the choice, about.
  private static final double MOST_WORK = 4e8;

  /// @param rows how many rows a company has
  /// @param work multiply-adds of one company
  /// @throws org.modescope.nn.PassRefusedException if the net refuses companies of that size
  static RowChoice of(
      Companies companies, int rows, RowNet net, long work, BooleanSupplier stopped) {
    int affordable = (int) Math.min(MOST_CANDIDATES, MOST_WORK / (COMPANIES * Math.max(1.0, work)));
    int candidates = Math.min(affordable, companies.input().shape().size(0));
    if (rows < 2 || candidates < 2) {
      return new RowChoice(0, 1);
    }
    int chosen = 0;
    double most = -1;
    for (int row = 0; row < candidates && !stopped.getAsBoolean(); row++) {
      Companies.Sequence sequence = companies.of(row, rows);
      List<float[]> batches = Stream.generate(sequence::next).limit(COMPANIES).toList();
      double moved = new RowAnswers(net.ask(companies.shape(rows), batches)).meanDeviation();
      if (moved > most) {
        most = moved;
        chosen = row;
      }
    }
    return new RowChoice(chosen, candidates);
  }
}
