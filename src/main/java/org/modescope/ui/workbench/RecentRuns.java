package org.modescope.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;

/// The runs that were seen last, the newest first. All keep their setting and their figure; what
/// they showed is kept of as many as a budget allows.
public final class RecentRuns {
  /// The most runs remembered.
  public static final int MOST = 20;

  /// The most memory for what they showed.
  private static final long BUDGET_BYTES = 96L << 20;

  private final ReadOnlyObjectWrapper<List<SeenRun>> runs = new ReadOnlyObjectWrapper<>(List.of());
  private final long budget;
  private int seen;

  RecentRuns() {
    this(BUDGET_BYTES);
  }

  RecentRuns(long budgetBytes) {
    budget = budgetBytes;
  }

  public ReadOnlyObjectProperty<List<SeenRun>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  /// Remembers a run that is over. One that goes on with the newest, as a step does, takes its
  /// place.
  void add(Observation newest) {
    if (!isRun(newest)) {
      return;
    }
    List<SeenRun> changed = new ArrayList<>(runs.get());
    if (!changed.isEmpty() && goesOn(changed.getFirst(), newest)) {
      changed.set(0, SeenRun.of(changed.getFirst().number(), newest));
    } else {
      seen++;
      changed.addFirst(SeenRun.of(seen, newest));
    }
    runs.set(bounded(changed));
  }

  /// Forgets them all.
  void clear() {
    runs.set(List.of());
  }

  private static boolean isRun(Observation newest) {
    Status status = newest.progress().status();
    boolean isOver =
        status == Status.FINISHED || status == Status.STOPPED || status == Status.REFUSED;
    return isOver && newest.isLast();
  }

  private static boolean goesOn(SeenRun before, Observation newest) {
    Optional<Observation> shown = before.seen();
    return shown.isPresent()
        && shown.get().progress().before() == newest.progress().before()
        && before.passes() < newest.progress().series()
        && newest.progress().series() > newest.progress().done()
        && before.experiment().computed().equals(newest.experiment().computed());
  }

  private List<SeenRun> bounded(List<SeenRun> all) {
    List<SeenRun> kept = new ArrayList<>();
    long bytes = 0;
    for (SeenRun run : all.subList(0, Math.min(MOST, all.size()))) {
      bytes += run.seen().map(ResultSize::of).orElse(0L);
      // The newest is on the screen in any case.
      kept.add(kept.isEmpty() || bytes <= budget ? run : run.withoutResult());
    }
    return List.copyOf(kept);
  }
}
