package org.modescope.ui.document;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.modescope.experiment.Experiment;
import org.modescope.files.PresetCatalogue;
import org.modescope.preset.Presets.Preset;
import org.modescope.ui.document.DocumentFiles.Opened;
import org.modescope.ui.document.DocumentFiles.Saved;
import org.modescope.ui.document.FilePicker.Kind;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.message.Dialog.Answer;
import org.modescope.ui.message.Dialog.Emphasis;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.workbench.Workbench;

/// The experiment in hand as a document: opened, changed, saved. What would be lost is asked about
/// first, and what cannot be read leaves the bench as it was.
public final class DocumentViewModel {
  /// Stands before the name of a document that has changes.
  private static final String CHANGED_MARK = "• ";

  private static final String PRESET = "preset:";

  private final Workbench workbench;
  private final DialogViewModel dialogs;
  private final FilePicker picker;
  private final TaskRunner tasks;
  private final RecentViewModel recent;
  private final ReadOnlyObjectWrapper<Document> document;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

  public DocumentViewModel(
      Workbench workbench,
      DialogViewModel dialogs,
      FilePicker picker,
      TaskRunner tasks,
      RecentViewModel recent) {
    this.workbench = workbench;
    this.dialogs = dialogs;
    this.picker = picker;
    this.tasks = tasks;
    this.recent = recent;
    document = new ReadOnlyObjectWrapper<>(new Document.Unsaved(workbench.experiment()));
    document.subscribe(_ -> describe());
    workbench.experimentProperty().subscribe(_ -> describe());
  }

  /// Takes a small net in hand that is nobody's yet.
  public void create() {
    Experiment untitled = NewExperiment.untitled();
    whenSettled(() -> show(new Document.Unsaved(untitled), untitled));
  }

  /// Lets the user choose a file, and opens it.
  public void open() {
    whenSettled(() -> picker.open(Kind.EXPERIMENT).ifPresent(this::read));
  }

  /// Opens a file.
  public void open(Path file) {
    whenSettled(() -> read(file.toAbsolutePath().normalize()));
  }

  /// Opens what a command line named: a file, or a preset as `preset:NAME`.
  public void open(String target) {
    if (target.startsWith(PRESET)) {
      String key = target.substring(PRESET.length());
      PresetCatalogue.all().stream()
          .filter(preset -> preset.key().equals(key))
          .findFirst()
          .ifPresentOrElse(this::open, () -> dialogs.show(Troubles.noPreset(key)));
      return;
    }
    try {
      open(Path.of(target));
    } catch (InvalidPathException unusable) {
      dialogs.show(Troubles.noPath(target, unusable));
    }
  }

  /// Opens a preset. While the experiment in hand is no file either, going from one to the next can
  /// be undone and asks nothing.
  public void open(Preset preset) {
    // Made once: a preset may make another one each time it is asked.
    Experiment experiment = preset.experiment();
    Document opened = new Document.Unsaved(experiment);
    if (document.get() instanceof Document.Unsaved) {
      workbench.edit(experiment);
      document.set(opened);
    } else {
      whenSettled(() -> show(opened, experiment));
    }
  }

  /// Saves to the file that the experiment is from; asks for one if there is none.
  public void save() {
    save(() -> {});
  }

  /// Lets the user choose a file, and saves to it.
  public void saveAs() {
    saveAs(() -> {});
  }

  /// Lets the window close, once the user has said what becomes of changes.
  public void close(Runnable closing) {
    whenSettled(closing);
  }

  /// Takes work in hand that was recovered.
  ///
  /// @param origin what it was kept as when the program ended
  /// @param then what comes after, if the user lets go of what is on the bench
  void recover(Document origin, Experiment recovered, Runnable then) {
    whenSettled(
        () -> {
          show(origin, recovered);
          then.run();
        });
  }

  /// The name of the document, marked if it has changes.
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /// What stands over the window.
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Document> documentProperty() {
    return document.getReadOnlyProperty();
  }

  /// Whether there is work that would be lost with the window.
  public boolean isChanged() {
    return document.get().isChanged(workbench.experiment());
  }

  /// A name for a file that is made from the experiment in hand.
  public String fileName() {
    return document.get().name(workbench.experiment()).replaceAll("[^\\p{L}\\p{N}._ -]", "-");
  }

  private void describe() {
    String plain = document.get().name(workbench.experiment());
    name.set((isChanged() ? CHANGED_MARK : "") + plain);
    title.set(name.get() + " — ModeScope");
  }

  /// Goes on at once if nothing would be lost, or else once the user has decided.
  private void whenSettled(Runnable then) {
    if (dialogs.isOpen()) {
      return;
    }
    if (!isChanged()) {
      then.run();
      return;
    }
    dialogs.show(
        Dialog.question(
            "Save the changes to “%s”?".formatted(document.get().name(workbench.experiment())),
            "What was changed since it was last saved would be lost.",
            new Answer("Save", Emphasis.SUGGESTED, () -> save(then)),
            new Answer("Discard", Emphasis.PLAIN, then)));
  }

  private void show(Document opened, Experiment experiment) {
    workbench.open(experiment);
    document.set(opened);
  }

  private void read(Path file) {
    Experiment before = workbench.experiment();
    tasks.run(
        () -> DocumentFiles.open(file),
        opened -> opened(opened, before),
        trouble -> dialogs.show(Troubles.opening(file, trouble)));
  }

  private void opened(Opened opened, Experiment before) {
    recent.add(opened.document().file());
    if (before.equals(workbench.experiment())) {
      show(opened.document(), opened.experiment());
    } else {
      // Somebody worked on while a large file was read.
      whenSettled(() -> show(opened.document(), opened.experiment()));
    }
  }

  private void save(Runnable then) {
    switch (document.get()) {
      case Document.Unsaved _ -> saveAs(then);
      case Document.InFile kept -> write(kept.file(), Optional.of(kept.version()), then);
    }
  }

  private void saveAs(Runnable then) {
    if (!dialogs.isOpen()) {
      picker.save(Kind.EXPERIMENT, fileName()).ifPresent(chosen -> saveTo(chosen, then));
    }
  }

  private void saveTo(Path chosen, Runnable then) {
    Path file = Kind.EXPERIMENT.complete(chosen);
    if (!file.equals(chosen) && Files.exists(file)) {
      dialogs.show(
          Dialog.question(
              "Replace “%s”?".formatted(file.getFileName()),
              "There is such a file already in %s.".formatted(file.getParent()),
              new Answer("Replace", Emphasis.PLAIN, () -> write(file, Optional.empty(), then))));
    } else {
      write(file, Optional.empty(), then);
    }
  }

  private void write(Path file, Optional<FileVersion> basis, Runnable then) {
    Experiment inHand = workbench.experiment();
    Document from = document.get();
    tasks.run(
        () -> DocumentFiles.save(file, inHand, from, basis),
        outcome -> {
          switch (outcome) {
            case Saved.Written(Document.InFile kept) -> {
              document.set(kept);
              recent.add(kept.file());
              then.run();
            }
            case Saved.ChangedMeanwhile() -> askWhichToKeep(file, then);
          }
        },
        trouble -> dialogs.show(Troubles.saving(file, trouble)));
  }

  private void askWhichToKeep(Path file, Runnable then) {
    dialogs.show(
        Dialog.question(
            "“%s” was changed meanwhile".formatted(file.getFileName()),
            "Somebody or something wrote to it since it was opened here. "
                + "Overwriting it loses what they wrote.",
            new Answer("Save as…", Emphasis.SUGGESTED, () -> saveAs(then)),
            new Answer("Overwrite", Emphasis.PLAIN, () -> write(file, Optional.empty(), then))));
  }
}
