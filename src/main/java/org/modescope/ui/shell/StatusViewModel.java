package org.modescope.ui.shell;

import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.ui.instrument.Figure;
import org.modescope.ui.workbench.Workbench;

/// How far the run is and how fast it goes.
public final class StatusViewModel {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Workbench workbench;
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper net = new ReadOnlyStringWrapper("");

  public StatusViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.observationProperty().subscribe(this::show);
    workbench.runningProperty().subscribe(_ -> show(workbench.observationProperty().get()));
  }

  /// The share of passes done; 0 while nothing runs.
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /// What the net has been through.
  public ReadOnlyStringProperty netProperty() {
    return net.getReadOnlyProperty();
  }

  private void show(@Nullable Observation seen) {
    if (seen == null) {
      text.set(workbench.runningProperty().get() ? "Starting …" : "Nothing has run yet");
      net.set("");
      return;
    }
    Progress progress = seen.progress();
    fraction.set(
        workbench.runningProperty().get() && progress.asked() > 0
            ? (double) progress.done() / progress.asked()
            : 0);
    text.set(words(progress));
    net.set(
        Figure.count(progress.sinceRewind(), "pass", "passes")
            + " since the net was built or rewound");
  }

  private static String words(Progress progress) {
    String done = Figure.count(progress.done());
    String asked = Figure.count(progress.asked(), "pass", "passes");
    return switch (progress.status()) {
      case READY -> "Rewound: same weights, same draws to come";
      case RUNNING -> "Pass " + done + " of " + asked + speed(progress);
      case FINISHED -> asked + " done" + speed(progress);
      case STOPPED -> "Stopped after " + done + " of " + asked + speed(progress);
      case REFUSED -> "Refused at pass " + Figure.count(progress.done() + 1L);
      case FAILED -> "Failed after " + done + " of " + asked;
    };
  }

  private static String speed(Progress progress) {
    if (progress.elapsedNanos() <= 0 || progress.done() == 0) {
      return "";
    }
    double seconds = progress.elapsedNanos() / NANOS_PER_SECOND;
    long perSecond = Math.round(progress.done() / seconds);
    String time =
        seconds < 1
            ? String.format(Locale.ROOT, "%.1f ms", 1000 * seconds)
            : String.format(Locale.ROOT, "%.1f s", seconds);
    return " · " + time + " · " + Figure.count(perSecond) + " passes/s";
  }
}
