package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.experiment.Companies;
import org.modescope.measure.Mates.Asked;
import org.modescope.measure.Mates.Change;
import org.modescope.measure.RowAnswers;

/// Asks nets about a row in the companies that were asked for.
record CompanyAnswers(
    Companies companies, Asked asked, CompanySizes sizes, BooleanSupplier stopped) {
  /// Multiply-adds of companies that are computed at once, about.
  private static final double AT_ONCE = 4e7;

  private static final int MOST_AT_ONCE = 64;

  /// A row's answers in companies of so many rows, as many as were asked for; alone it needs but
  /// one.
  ///
  /// @param sofar hears of the answers as they come
  /// @throws org.modescope.nn.PassRefusedException if the net refuses them
  RowAnswers of(
      RowNet net, int row, int rows, Optional<Change> change, Consumer<RowAnswers> sofar) {
    int count = asked.met(rows);
    int atOnce = (int) Math.clamp(AT_ONCE / Math.max(1, sizes.work(rows)), 1, MOST_AT_ONCE);
    Companies.Sequence sequence = companies.of(row, rows).skip(asked.earlier());
    List<float[]> answers = new ArrayList<>();
    while (answers.size() < count && !stopped.getAsBoolean()) {
      List<float[]> batches = new ArrayList<>();
      for (int i = 0; i < Math.min(atOnce, count - answers.size()); i++) {
        float[] company = sequence.next();
        batches.add(change.map(each -> each.in(company, rows)).orElse(company));
      }
      answers.addAll(net.ask(companies.shape(rows), batches));
      sofar.accept(new RowAnswers(answers));
    }
    return new RowAnswers(answers);
  }

  /// The last company of the size that was asked for.
  float[] latest(int row) {
    return companies.of(row, asked.rows()).skip(asked.earlier() + asked.companies() - 1L).next();
  }
}
