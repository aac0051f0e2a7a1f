package org.modescope.ui.document;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.modescope.files.ReadWatch;
import org.modescope.ui.document.DocumentFiles.Opened;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.message.Dialog.Answer;
import org.modescope.ui.message.Dialog.Emphasis;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.task.Pause;
import org.modescope.ui.task.PulseReader;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.task.TimedPause;
import org.modescope.words.Text;

/// Reads experiments whose files may be large: what takes longer than a moment is shown with how
/// far it is, and can be ended.
final class LongReading {
  private static final Duration A_MOMENT = Duration.ofMillis(400);

  private final DialogViewModel dialogs;
  private final TaskRunner tasks;
  private final Pause moment;
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final AtomicReference<Optional<Double>> told = new AtomicReference<>(Optional.empty());
  private Optional<Dialog> shown = Optional.empty();
  private Watch latest = new Watch();

  /// @param moment how long nothing is shown
  LongReading(DialogViewModel dialogs, TaskRunner tasks, Pause moment) {
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.moment = moment;
  }

  LongReading(DialogViewModel dialogs, TaskRunner tasks) {
    this(dialogs, tasks, new TimedPause(A_MOMENT));
  }

  /// Reads an experiment. One that is still being read is given up.
  ///
  /// @param failed is told why it cannot be; nothing if the user ended it
  void open(Path file, Text text, Consumer<Opened> done, Consumer<Exception> failed) {
    latest.end();
    Watch watch = new Watch();
    latest = watch;
    told.set(Optional.empty());
    reading.set(true);
    tasks.run(
        () -> DocumentFiles.open(file, watch),
        read -> finish(watch, () -> done.accept(read)),
        trouble ->
            finish(
                watch,
                () -> {
                  if (!(trouble instanceof CancellationException)) {
                    failed.accept(trouble);
                  }
                }));
    if (reading.get()) {
      moment.restart(() -> tell(file, text, watch));
    }
  }

  private void finish(Watch watch, Runnable then) {
    if (watch != latest) {
      return;
    }
    end();
    if (!watch.isEnded()) {
      then.run();
    }
  }

  private void tell(Path file, Text text, Watch watch) {
    ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    Answer stop = new Answer("stop", text.say("document.reading.stop"), Emphasis.PLAIN, watch::end);
    Dialog dialog =
        new Dialog(
            text.say("document.reading.title", "name", String.valueOf(file.getFileName())),
            text.say("document.reading.text"),
            "",
            Optional.of(share.getReadOnlyProperty()),
            List.of(stop));
    shown = Optional.of(dialog);
    new PulseReader<>(() -> told.getAndSet(Optional.empty()), share::set, reading);
    dialogs.show(dialog);
  }

  private void end() {
    moment.stop();
    reading.set(false);
    shown.ifPresent(dialogs::withdraw);
    shown = Optional.empty();
  }

  /// What is told while files are read, from another thread.
  private final class Watch implements ReadWatch {
    private volatile boolean isEnded;

    void end() {
      isEnded = true;
    }

    @Override
    public void read(double share) {
      told.set(Optional.of(share));
    }

    @Override
    public boolean isEnded() {
      return isEnded;
    }
  }
}
