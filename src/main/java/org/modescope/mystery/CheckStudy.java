package org.modescope.mystery;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Fault;
import org.modescope.measure.Fault.Kind;
import org.modescope.measure.Refusal;
import org.modescope.run.Study;

/// Checks a guess about a mystery net.
///
/// @param telling whether the answer is told even if not every guess counts
public record CheckStudy(MysteryNet net, Exam exam, Composition guess, Telling telling)
    implements Study<Seen> {

  /// When the answer is told.
  public enum Telling {
    ONCE_RIGHT,
    ANYWAY
  }

  @Override
  public Experiment experiment() {
    return net.experiment(net.truth());
  }

  @Override
  public Seen perform(BooleanSupplier stopped) {
    Check check = new Check(net, exam, stopped);
    Optional<Integer> right = check.count(guess);
    if (right.isEmpty()) {
      return new Seen.Stopped(experiment());
    }
    boolean isTold = telling == Telling.ANYWAY || right.get() == guess.items().size();
    Optional<Verdict> verdict = isTold ? check.of(guess) : Optional.empty();
    return isTold && verdict.isEmpty()
        ? new Seen.Stopped(experiment())
        : new Seen.Checked(experiment(), right.get(), verdict);
  }

  /// No net that can be guessed refuses to be built.
  @Override
  public Seen refused(Refusal refusal) {
    return failed(new Fault(Kind.OURS, refusal.errorType(), refusal.message()));
  }

  @Override
  public Seen failed(Fault fault) {
    return new Seen.Failed(experiment(), fault);
  }
}
