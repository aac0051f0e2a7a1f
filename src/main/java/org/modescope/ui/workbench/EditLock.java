package org.modescope.ui.workbench;

import java.util.EnumSet;
import java.util.Set;
import org.modescope.experiment.Experiment;

/// What of the experiment in hand stays as it is, whoever would change it and by whatever control,
/// key or way back: such as a teacher has decided for a lesson. Opening another experiment is no
/// change of the one in hand.
public final class EditLock {
  private Set<Aspect> locked = Set.of();
  private boolean isLifted;

  /// A part of the experiment, or of what can be done with its net.
  public enum Aspect {
    MODE,
    GRAD,
    PASSES,
    SEED,
    NET,
    INPUT,
    REWIND
  }

  /// Locks these and no others.
  public void set(Set<Aspect> aspects) {
    locked = aspects.isEmpty() ? Set.of() : EnumSet.copyOf(aspects);
  }

  /// Whether it stays as it is.
  public boolean holds(Aspect aspect) {
    return locked.contains(aspect) && !isLifted;
  }

  /// Does something that the lock does not concern.
  public void lifted(Runnable change) {
    isLifted = true;
    try {
      change.run();
    } finally {
      isLifted = false;
    }
  }

  /// What becomes of an experiment that is asked for in place of the one in hand.
  Experiment allowed(Experiment now, Experiment next) {
    Experiment allowed = next;
    allowed = holds(Aspect.NET) ? allowed.withNetwork(now.network()) : allowed;
    allowed = holds(Aspect.NET) ? allowed.withParameters(now.parameters()) : allowed;
    allowed = holds(Aspect.INPUT) ? allowed.withInput(now.input()) : allowed;
    allowed = holds(Aspect.MODE) ? allowed.withMode(now.mode()) : allowed;
    allowed = holds(Aspect.GRAD) ? allowed.withGradMode(now.gradMode()) : allowed;
    allowed = holds(Aspect.PASSES) ? allowed.withPasses(now.passes()) : allowed;
    return holds(Aspect.SEED) ? allowed.withSeed(now.seed()) : allowed;
  }
}
