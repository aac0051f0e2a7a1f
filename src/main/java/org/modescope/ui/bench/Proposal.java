package org.modescope.ui.bench;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.modescope.experiment.Experiment;
import org.modescope.ui.workbench.Workbench;

/// Something to do next.
///
/// @param text what to do, as a short imperative or question
/// @param action does it to whatever is on the bench then; empty where the window cannot do it in
///   one step
public record Proposal(String text, Optional<Consumer<Workbench>> action) {

  static Proposal advice(String text) {
    return new Proposal(text, Optional.empty());
  }

  /// Changes the experiment.
  static Proposal edit(String text, UnaryOperator<Experiment> change) {
    return new Proposal(text, Optional.of(bench -> bench.edit(change)));
  }

  /// Changes the experiment and runs it, so that the question has its answer.
  static Proposal tryOut(String text, UnaryOperator<Experiment> change) {
    return new Proposal(
        text,
        Optional.of(
            bench -> {
              bench.edit(change);
              bench.run();
            }));
  }
}
