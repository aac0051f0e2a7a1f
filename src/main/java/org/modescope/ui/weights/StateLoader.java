package org.modescope.ui.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.experiment.Loading;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdits;
import org.modescope.experiment.StateLayout;
import org.modescope.files.ReadProgress;
import org.modescope.files.StateFile;
import org.modescope.files.TorchArchive;
import org.modescope.nn.StateDict;
import org.modescope.ui.document.Troubles;
import org.modescope.ui.task.TaskRunner;
import org.modescope.words.Text;

/// Reads a state_dict beside the FX thread, and says how far it is and what came of it.
final class StateLoader {
  private static final double WHOLE = 1;

  private final TaskRunner tasks;
  private final Text text;
  private final Supplier<Optional<Path>> home;
  private final ReadOnlyObjectWrapper<LoadAttempt> attempt =
      new ReadOnlyObjectWrapper<>(new LoadAttempt.None());
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private Asked asked = new Asked(new AtomicReference<>(0.0));

  /// One attempt; a later one ends it.
  ///
  /// @param fraction how far it is; below 0 once it was cancelled
  private record Asked(AtomicReference<Double> fraction) {
    void at(long bytes, long of) {
      double next = of == 0 ? WHOLE : (double) bytes / of;
      if (fraction.getAndUpdate(present -> present < 0 ? present : next) < 0) {
        throw new CancellationException();
      }
    }

    void cancel() {
      fraction.set(-1.0);
    }
  }

  private sealed interface Outcome {
    record Read(Parameters parameters) implements Outcome {}

    record Other(LoadAttempt attempt) implements Outcome {}
  }

  /// @param home the folder that the names of files in the experiment are relative to
  StateLoader(TaskRunner tasks, Text text, Supplier<Optional<Path>> home) {
    this.tasks = tasks;
    this.text = text;
    this.home = home;
  }

  /// Reads a file for a net.
  ///
  /// @param taken is given what the net can start from
  void load(Path file, Experiment experiment, Loading loading, Consumer<Parameters> taken) {
    asked.cancel();
    Asked own = new Asked(new AtomicReference<>(0.0));
    asked = own;
    StateLayout layout = StateLayout.of(experiment.network());
    StateDict inHand =
        experiment.parameters().map(Parameters::state).orElse(new StateDict(new LinkedHashMap<>()));
    Optional<Path> folder = home.get();
    attempt.set(new LoadAttempt.Reading(file, 0));
    reading.set(true);
    tasks.run(
        () -> shared(read(file, folder, layout, loading, own::at), inHand),
        outcome -> end(own, outcome, taken),
        trouble -> end(own, new Outcome.Other(failed(file, trouble)), taken));
  }

  /// What is in hand already is not to be compared number by number each time that somebody asks
  /// whether anything has changed.
  private static Outcome shared(Outcome outcome, StateDict inHand) {
    return outcome instanceof Outcome.Read(Parameters read)
        ? new Outcome.Read(
            new Parameters(read.file(), read.loading(), read.state().sharing(inHand), read.edits()))
        : outcome;
  }

  private static Outcome read(
      Path file, Optional<Path> folder, StateLayout layout, Loading loading, ReadProgress progress)
      throws IOException {
    if (Files.isRegularFile(file) && TorchArchive.is(file)) {
      return new Outcome.Other(new LoadAttempt.Archive(file, TorchArchive.conversion(file)));
    }
    IncompatibleKeys keys = StateFile.compare(file, layout, loading);
    if (loading.isStrict() && !keys.isWhole()) {
      return new Outcome.Other(new LoadAttempt.Unfit(file, keys));
    }
    return new Outcome.Read(
        new Parameters(
            name(file, folder),
            loading,
            StateFile.read(file, layout, loading, progress),
            StateEdits.NONE));
  }

  /// The name by which the experiment may call a file: from its own folder where it lies there,
  /// else a name that is still free there, under which it will be saved.
  static String name(Path file, Optional<Path> folder) {
    String plain = String.valueOf(file.getFileName());
    if (folder.isEmpty()) {
      return plain;
    }
    Path own = folder.get().toAbsolutePath().normalize();
    Path there = file.toAbsolutePath().normalize();
    if (there.startsWith(own)) {
      return own.relativize(there).toString().replace('\\', '/');
    }
    String name = plain;
    for (int number = 2; Files.exists(own.resolve(name)); number++) {
      name = numbered(plain, number);
    }
    return name;
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? name + "-" + number
        : String.format(
            Locale.ROOT, "%s-%d%s", name.substring(0, dot), number, name.substring(dot));
  }

  private LoadAttempt failed(Path file, Exception trouble) {
    return trouble instanceof CancellationException
        ? new LoadAttempt.Cancelled(file)
        : new LoadAttempt.Failed(file, Troubles.reason(text, trouble));
  }

  private void end(Asked ended, Outcome outcome, Consumer<Parameters> taken) {
    if (!ended.equals(asked)) {
      return;
    }
    reading.set(false);
    switch (outcome) {
      case Outcome.Read(Parameters parameters) -> {
        attempt.set(new LoadAttempt.None());
        taken.accept(parameters);
      }
      case Outcome.Other(LoadAttempt came) -> attempt.set(came);
    }
  }

  /// Ends the reading soon.
  void cancel() {
    asked.cancel();
  }

  /// Forgets what the latest attempt has come to.
  void forget() {
    if (!reading.get()) {
      attempt.set(new LoadAttempt.None());
    }
  }

  /// Shows what an attempt elsewhere has come to.
  void show(LoadAttempt other) {
    attempt.set(other);
  }

  /// How far the reading is; empty while nothing is read.
  Optional<Double> progress() {
    return reading.get() ? Optional.of(Math.max(0, asked.fraction().get())) : Optional.empty();
  }

  /// Shows how far it is.
  void tell(double fraction) {
    if (attempt.get() instanceof LoadAttempt.Reading(Path file, double before)
        && fraction != before) {
      attempt.set(new LoadAttempt.Reading(file, fraction));
    }
  }

  ReadOnlyObjectProperty<LoadAttempt> attemptProperty() {
    return attempt.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
