package org.modescope.run;

import java.util.List;
import java.util.TreeSet;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Companies;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ShapeCheck;

/// Of which sizes companies are looked at, and how much each costs.
///
/// @param net with its random layers asleep
/// @param asked the size that was asked for
record CompanySizes(Experiment net, Companies companies, int asked, int count) {
  /// The sizes that are always looked at.
  private static final int LARGEST = 64;

  /// Multiply-adds for which a size is left out.
  private static final double MOST_WORK = 3e10;

  /// From a row alone on, all powers of two and half the way between, and the size that was asked
  /// for.
  List<Integer> all() {
    int most = Math.min(companies.mostRows(), Math.max(LARGEST, asked));
    TreeSet<Integer> sizes = new TreeSet<>(List.of(1, asked));
    for (int power = 2; power <= most; power *= 2) {
      sizes.add(power);
      if (power + power / 2 <= most) {
        sizes.add(power + power / 2);
      }
    }
    return List.copyOf(sizes);
  }

  /// Whether nobody would wait for a size.
  boolean isTooMuch(int rows) {
    return rows > 1
        && rows != asked
        && (work(rows) * (double) count > MOST_WORK || !fits(companies.shape(rows)));
  }

  /// Multiply-adds of one company, about.
  long work(int rows) {
    return PassWork.of(net.network(), companies.shape(rows));
  }

  private boolean fits(Shape company) {
    return ShapeCheck.of(net.network(), company)
        .misfit()
        .filter(misfit -> misfit.kind() == ShapeCheck.Kind.MEMORY)
        .isEmpty();
  }
}
