package org.modescope.lesson;

import java.util.List;
import java.util.Set;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

/// What a learner expects.
public sealed interface Prediction {

  /// One of the choices, by its index.
  record Chosen(int choice) implements Prediction {}

  /// A number.
  record Estimated(double number) implements Prediction {}

  /// Some of the six cells.
  record Marked(Set<Cell> cells) implements Prediction {
    public Marked {
      cells = Set.copyOf(cells);
    }
  }

  /// Where values will fall: how many in each of equally wide bins.
  record Sketched(List<Integer> bins) implements Prediction {
    public Sketched {
      bins = List.copyOf(bins);
    }
  }

  /// One of the six cells.
  record Cell(Mode mode, GradMode gradMode) {}
}
