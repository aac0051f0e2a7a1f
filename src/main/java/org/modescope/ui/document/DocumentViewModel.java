package org.modescope.ui.document;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.modescope.experiment.Experiment;
import org.modescope.files.CodeFile;
import org.modescope.files.MysteryFile;
import org.modescope.files.PresetCatalogue;
import org.modescope.preset.Presets.Preset;
import org.modescope.ui.document.DocumentFiles.Opened;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.message.Dialog.Answer;
import org.modescope.ui.message.Dialog.Emphasis;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.picker.FilePicker;
import org.modescope.ui.picker.FilePicker.Kind;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Navigation;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.workbench.Draft;
import org.modescope.words.Text;

/// The experiment in hand as a document: opened, changed, saved. What would be lost is asked about
/// first, and what cannot be read leaves the bench as it was.
public final class DocumentViewModel {
  /// Stands before the name of a document that has changes.
  private static final String CHANGED_MARK = "• ";

  private static final String PRESET = "preset:";

  private final DialogViewModel dialogs;
  private final FilePicker picker;
  private final TaskRunner tasks;
  private final LongReading reading;
  private final RecentViewModel recent;
  private Text text;
  private final Navigation navigation;
  private final Draft draft;
  private final DocumentInHand inHand;
  private final DocumentSaver saver;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

  public DocumentViewModel(Desk desk, RecentViewModel recent) {
    dialogs = desk.dialogs();
    picker = desk.picker();
    tasks = desk.tasks();
    reading = new LongReading(dialogs, tasks);
    text = desk.text();
    navigation = desk.navigation();
    draft = desk.workbench().draft();
    this.recent = recent;
    inHand = new DocumentInHand(desk.workbench(), text);
    saver = new DocumentSaver(inHand, desk, recent);
    inHand.documentProperty().subscribe(_ -> describe());
    desk.workbench().experimentProperty().subscribe(_ -> describe());
  }

  /// Asks and tells in another language from now on.
  public void speak(Text words) {
    text = words;
    inHand.speak(words);
    saver.speak(words);
    describe();
  }

  /// Takes a small net in hand that is nobody's yet.
  public void create() {
    Experiment untitled = NewExperiment.named(text.say("document.untitled"));
    whenSettled(() -> inHand.show(new Document.Unsaved(untitled), untitled));
  }

  /// Lets the user choose a file, and opens it.
  public void open() {
    whenSettled(() -> picker.open(Kind.EXPERIMENT).ifPresent(this::read));
  }

  /// Opens a file: an experiment; or PyTorch code or a mystery net, of which nothing is lost
  /// meanwhile.
  public void open(Path file) {
    Path found = file.toAbsolutePath().normalize();
    if (MysteryFile.isOne(found)) {
      goToMystery(found);
    } else if (!CodeFile.isOne(found)) {
      whenSettled(() -> read(found));
    } else if (!dialogs.isOpen()) {
      readCode(found);
    }
  }

  /// Opens what a command line named: a file, or a preset as `preset:NAME`.
  public void open(String target) {
    if (target.startsWith(PRESET)) {
      String key = target.substring(PRESET.length());
      PresetCatalogue.all().stream()
          .filter(preset -> preset.key().equals(key))
          .findFirst()
          .ifPresentOrElse(this::open, () -> dialogs.show(Troubles.noPreset(text, key)));
      return;
    }
    try {
      open(Path.of(target));
    } catch (InvalidPathException unusable) {
      dialogs.show(Troubles.noPath(text, target, unusable));
    }
  }

  /// Opens a preset. While the experiment in hand is no file either, going from one to the next can
  /// be undone and asks nothing.
  public void open(Preset preset) {
    // Made once: a preset may make another one each time it is asked.
    Experiment experiment = preset.experiment();
    Document fresh = new Document.Unsaved(experiment);
    if (inHand.document() instanceof Document.Unsaved) {
      inHand.exchange(fresh, experiment);
    } else {
      whenSettled(() -> inHand.show(fresh, experiment));
    }
  }

  /// Puts an experiment on the bench that nobody has to keep, such as a lesson's.
  ///
  /// @param then what comes after, unless the user would rather keep what is there
  public void lend(Experiment experiment, Runnable then) {
    Document fresh = new Document.Unsaved(experiment);
    if (inHand.document() instanceof Document.Unsaved) {
      inHand.exchange(fresh, experiment);
      then.run();
    } else {
      whenSettled(
          () -> {
            inHand.show(fresh, experiment);
            then.run();
          });
    }
  }

  /// Says that the experiment in hand, whatever has become of it, is one that nobody has to keep.
  public void lent(Experiment experiment) {
    inHand.lent(experiment);
  }

  /// Saves to the file that the experiment is from; asks for one if there is none.
  public void save() {
    saver.save(() -> {});
  }

  /// Lets the user choose a file, and saves to it.
  public void saveAs() {
    saver.saveAs(() -> {});
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
          inHand.show(origin, recovered);
          then.run();
        });
  }

  /// The files that were opened or saved last.
  public RecentViewModel recent() {
    return recent;
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
    return inHand.documentProperty();
  }

  /// Whether there is work that would be lost with the window.
  public boolean isChanged() {
    return inHand.isChanged();
  }

  /// Where a file is that the experiment in hand names.
  public Path fileOf(String named) {
    return inHand.document().home().map(home -> home.resolve(named)).orElse(Path.of(named));
  }

  /// What the experiment in hand calls a file: relative to its own folder where the file lies
  /// there.
  public String nameOf(Path chosen) {
    Path whole = chosen.toAbsolutePath().normalize();
    return inHand
        .document()
        .home()
        .filter(whole::startsWith)
        .map(home -> home.relativize(whole).toString())
        .orElse(whole.toString());
  }

  /// A name for a file that is made from the experiment in hand.
  public String fileName() {
    return inHand.fileName();
  }

  /// The folder that the names of files in the experiment are relative to; empty if it was never a
  /// file.
  public Optional<Path> home() {
    return inHand.document().home();
  }

  private void describe() {
    name.set((isChanged() ? CHANGED_MARK : "") + inHand.name());
    title.set(text.say("document.window-title", "name", name.get()));
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
            text,
            text.say("document.unsaved.title", "name", inHand.name()),
            text.say("document.unsaved.text"),
            new Answer(
                "save", text.say("document.save"), Emphasis.SUGGESTED, () -> saver.save(then)),
            new Answer("discard", text.say("document.discard"), Emphasis.PLAIN, then)));
  }

  /// Code goes where it can be looked at and changed first.
  private void readCode(Path file) {
    tasks.run(
        () -> CodeFile.read(file),
        code -> {
          recent.add(file);
          navigation.goTo(ScreenId.BENCH, "");
          draft.begin(code.replace("\r", ""));
        },
        trouble -> dialogs.show(Troubles.opening(text, file, trouble)));
  }

  /// A net that is to be found out goes where it can be, and leaves the bench alone.
  private void goToMystery(Path file) {
    if (!dialogs.isOpen()) {
      navigation.goTo(ScreenId.MYSTERY, file.toString());
    }
  }

  private void read(Path file) {
    if (MysteryFile.isOne(file)) {
      goToMystery(file);
      return;
    }
    if (CodeFile.isOne(file)) {
      readCode(file);
      return;
    }
    Experiment before = inHand.experiment();
    reading.open(
        file,
        text,
        read -> opened(read, before),
        trouble -> dialogs.show(Troubles.opening(text, file, trouble)));
  }

  private void opened(Opened read, Experiment before) {
    recent.add(read.document().file());
    if (before.equals(inHand.experiment())) {
      inHand.show(read.document(), read.experiment());
    } else {
      // Somebody worked on while a large file was read.
      whenSettled(() -> inHand.show(read.document(), read.experiment()));
    }
  }
}
