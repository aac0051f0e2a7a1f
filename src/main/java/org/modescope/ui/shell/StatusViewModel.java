package org.modescope.ui.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.Remark.NotUnderstood;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Progress;
import org.modescope.measure.Observation.Status;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// How far the run is and how fast it goes.
public final class StatusViewModel {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Workbench workbench;
  private final Text words;
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper net = new ReadOnlyStringWrapper("");

  public StatusViewModel(Workbench workbench, Watch watch, Text words) {
    this.workbench = workbench;
    this.words = words;
    watch.follow(workbench.observationProperty(), _ -> show());
    watch.follow(workbench.runningProperty(), _ -> show());
    watch.follow(workbench.draft().openProperty(), _ -> show());
    watch.follow(workbench.draft().readProperty(), _ -> show());
  }

  /// The share of passes done; 0 while nothing runs or is known of the run.
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

  private void show() {
    if (workbench.draft().isOpen()) {
      fraction.set(0);
      text.set(typed());
      net.set(words.say("paste.status.aside"));
      return;
    }
    @Nullable Observation seen = workbench.observationProperty().get();
    boolean isRunning = workbench.runningProperty().get();
    net.set(
        seen == null ? "" : words.say("shell.status.net", "passes", seen.progress().sinceRewind()));
    if (isRunning && (seen == null || seen.progress().status() != Status.RUNNING)) {
      // What was seen last is of the run before.
      fraction.set(0);
      text.set(words.say("shell.status.starting"));
    } else if (seen == null) {
      fraction.set(0);
      text.set(words.say("shell.status.nothing"));
    } else {
      fraction.set(isRunning ? share(seen.progress()) : 0);
      text.set(told(seen.progress()));
    }
  }

  private String typed() {
    Optional<Imported> read = workbench.draft().read();
    Optional<NotUnderstood> problem = read.flatMap(each -> each.problems().stream().findFirst());
    if (problem.isPresent()) {
      String line = Integer.toString(problem.get().lines().first());
      return words.say("paste.status.problem", "line", line);
    }
    return read.isPresent()
        ? words.say("paste.status.whole", "keys", Shortcut.RUN.keyTexts().getLast())
        : words.say("paste.status.typing");
  }

  private static double share(Progress progress) {
    return progress.asked() > 0 ? (double) progress.done() / progress.asked() : 0;
  }

  private String told(Progress progress) {
    int done = progress.done();
    int asked = progress.asked();
    return switch (progress.status()) {
      case READY -> words.say("shell.status.ready");
      case RUNNING ->
          withSpeed(words.say("shell.status.running", "done", done, "asked", asked), progress);
      case FINISHED -> withSpeed(words.say("shell.status.finished", "passes", asked), progress);
      case STOPPED ->
          withSpeed(words.say("shell.status.stopped", "done", done, "asked", asked), progress);
      case REFUSED -> words.say("shell.status.refused", "pass", done + 1L);
      case FAILED -> words.say("shell.status.failed", "done", done, "asked", asked);
    };
  }

  private String withSpeed(String told, Progress progress) {
    if (progress.elapsedNanos() <= 0 || progress.done() == 0) {
      return told;
    }
    double seconds = progress.elapsedNanos() / NANOS_PER_SECOND;
    long perSecond = Math.round(progress.done() / seconds);
    String time =
        seconds < 1
            ? words.say("shell.status.millis", "time", words.numbers().fixed(1000 * seconds, 1))
            : words.say("shell.status.seconds", "time", words.numbers().fixed(seconds, 1));
    return words.say("shell.status.speed", "told", told, "time", time, "speed", perSecond);
  }
}
