package org.modescope.ui.weights;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.Loading;
import org.modescope.experiment.Loading.Strictness;
import org.modescope.experiment.Parameters;
import org.modescope.files.StateFile;
import org.modescope.measure.StartStudy;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.run.Lane;
import org.modescope.run.StartJob;
import org.modescope.ui.chart.weights.Block;
import org.modescope.ui.chart.weights.SheetFace;
import org.modescope.ui.chart.weights.SheetShape;
import org.modescope.ui.document.Troubles;
import org.modescope.ui.message.Notice;
import org.modescope.ui.picker.FilePicker.Kind;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobModel;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.workbench.LiveResult;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// What the net in hand starts from: chosen by key, selected cell by cell, edited, loaded, saved.
/// Every change is an edit of the experiment, and what it did is measured at once.
final class WeightsViewModel implements JobModel<StartStudy> {
  /// A tensor of more numbers than these is gone through beside the FX thread.
  private static final int AT_ONCE = 1 << 20;

  private final Desk desk;
  private final Workbench workbench;
  private final Text text;
  private final WeightsFaces faces;
  private final LoadedWords loadedWords;
  private final LiveResult<StartStudy> result;
  private final StateLoader loader;
  private final ReadOnlyObjectWrapper<WeightsFace> face;
  private final ReadOnlyObjectWrapper<Block> selected = new ReadOnlyObjectWrapper<>(Block.FIRST);
  private final ReadOnlyObjectWrapper<LoadedFace> loaded;
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final StringProperty wanted = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Strictness> strictness =
      new SimpleObjectProperty<>(Strictness.STRICT);
  private @Nullable Experiment asked;
  private @Nullable Start latest;
  private @Nullable KeyFace worked;
  private @Nullable Start workedOf;
  private String key = "";
  private @Nullable Path lastFile;
  private String strip = "";

  /// @param home the folder that the names of files in the experiment are relative to
  WeightsViewModel(Desk desk, Supplier<Optional<Path>> home) {
    this.desk = desk;
    workbench = desk.workbench();
    text = desk.text();
    faces = new WeightsFaces(text);
    loadedWords = new LoadedWords(text);
    loader = new StateLoader(desk.tasks(), text, home);
    result = new LiveResult<>(workbench.experimentProperty());
    face = new ReadOnlyObjectWrapper<>(faces.before(workbench.experiment(), Optional.empty()));
    loaded = new ReadOnlyObjectWrapper<>(loadedNow());
    desk.watch().follow(workbench.experimentProperty(), this::follow);
    desk.watch().keep(result.newestProperty().subscribe(_ -> show()));
    desk.watch().keep(loader.attemptProperty().subscribe(_ -> showLoaded()));
    wanted.subscribe(_ -> show());
    strictness.subscribe((_, chosen) -> loadAgain(chosen));
  }

  ReadOnlyObjectProperty<WeightsFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Block> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<LoadedFace> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  @Override
  public StatusLine status() {
    return new StatusLine(status.getReadOnlyProperty(), text.say("weights.status.aside"));
  }

  /// What is wrong with what was typed or pasted last; empty if nothing is.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What keys in the list must contain.
  StringProperty wantedProperty() {
    return wanted;
  }

  /// What is done about keys of a file that do not fit.
  ObjectProperty<@Nullable Strictness> strictnessProperty() {
    return strictness;
  }

  @Override
  public Lane<StartStudy> lane() {
    return Lane.START;
  }

  /// Ends the reading of a file.
  @Override
  public void stop() {
    loader.cancel();
  }

  @Override
  public ReadOnlyBooleanProperty awaitingProperty() {
    return result.awaitingProperty();
  }

  StateLoader loader() {
    return loader;
  }

  @Override
  public void takeOver(JobModel<StartStudy> before) {
    if (before instanceof WeightsViewModel same) {
      wanted.set(same.wanted.get());
      strictness.set(same.strictness.get());
      key = same.key;
      lastFile = same.lastFile;
      strip = same.strip;
      result.takeOver(same.result);
      selected.set(same.selected.get());
      takeOver(same.loader.attemptProperty().get());
    }
  }

  /// A file that was being read is read from its beginning; why another could not be, is found out
  /// anew, since it was said in the language from before.
  private void takeOver(LoadAttempt attempt) {
    switch (attempt) {
      case LoadAttempt.Reading _, LoadAttempt.Failed _ -> {
        if (lastFile != null) {
          load(lastFile, workbench.experiment());
        }
      }
      case LoadAttempt.None _,
          LoadAttempt.Cancelled _,
          LoadAttempt.Unfit _,
          LoadAttempt.Archive _ ->
          loader.show(attempt);
    }
  }

  @Override
  public void receive(StartStudy newest) {
    result.receive(newest);
  }

  private Optional<Start> start() {
    Experiment now = workbench.experiment();
    return result
        .newest()
        .filter(study -> isOf(study.experiment(), now))
        .flatMap(StartStudy::drawn)
        .map(drawn -> start(now, drawn));
  }

  /// The same as before as long as nothing has changed.
  private Start start(Experiment now, StateDict drawn) {
    Start before = latest;
    Start present =
        before != null && before.experiment().equals(now) ? before : new Start(now, drawn);
    latest = present;
    return present;
  }

  /// Whether both draw the same.
  private static boolean isOf(Experiment one, Experiment other) {
    return one.seed() == other.seed()
        && one.generator() == other.generator()
        && one.network().equals(other.network());
  }

  private Optional<SheetFace> sheet() {
    return face.get().sheet();
  }

  /// Shows the numbers of another key.
  void choose(String chosen) {
    if (!chosen.equals(key)) {
      key = chosen;
      selected.set(Block.FIRST);
      problem.set("");
      show();
    }
  }

  String key() {
    return key;
  }

  /// Selects a block; what of it is beyond the sheet is left out.
  void select(Block block) {
    sheet().ifPresent(shown -> selected.set(block.within(shown.sheet())));
    problem.set("");
    tell();
  }

  /// Walks from where the keys are.
  void walk(int down, int right) {
    Block now = selected.get();
    select(Block.at(Math.max(0, now.row() + down), Math.max(0, now.column() + right)));
  }

  /// The same, taking the selection along.
  void stretch(int down, int right) {
    Block now = selected.get();
    select(now.to(Math.max(0, now.row() + down), Math.max(0, now.column() + right)));
  }

  void selectAll() {
    sheet()
        .map(SheetFace::sheet)
        .ifPresent(all -> select(new Block(all.rows() - 1, all.columns() - 1, 0, 0)));
  }

  /// What stands in the cell where the keys are; empty if there is none.
  Optional<String> cellText() {
    return cell().isPresent()
        ? sheet().map(shown -> SheetWords.exact(shown, cell().getAsInt()))
        : Optional.empty();
  }

  private OptionalInt cell() {
    Block now = selected.get();
    return sheet()
        .map(SheetFace::sheet)
        .filter(shape -> shape.holds(now.row(), now.column()))
        .map(shape -> OptionalInt.of(shape.index(now.row(), now.column())))
        .orElse(OptionalInt.empty());
  }

  /// What is selected, in words.
  String selectedText() {
    return sheet().map(shown -> faces.sheets().selected(shown, selected.get())).orElse("");
  }

  /// The same with the key before it.
  String spokenText() {
    return sheet().isEmpty()
        ? ""
        : text.say("weights.selected.in", "key", key, "selected", selectedText());
  }

  /// Puts a number into the cell where the keys are.
  ///
  /// @return whether it was one
  boolean type(String typed) {
    return change(Block.at(selected.get().row(), selected.get().column()), typed, (_, by) -> by);
  }

  /// Puts a number into every selected cell.
  boolean fill(String typed) {
    return change(selected.get(), typed, (_, by) -> by);
  }

  /// Adds a number to every selected cell.
  boolean add(String typed) {
    return change(selected.get(), typed, Float::sum);
  }

  /// Multiplies every selected cell by a number.
  boolean multiply(String typed) {
    return change(selected.get(), typed, (present, by) -> present * by);
  }

  private boolean change(Block block, String typed, Arithmetic arithmetic) {
    return trying(
        () -> {
          if (isCounter()) {
            edit(editor -> editor.counted(counted(typed, arithmetic)));
          } else {
            float by = NumberBlock.parseOne(typed, text);
            edit(editor -> editor.changed(block, (now, _, _) -> arithmetic.of(now, by)));
          }
        });
  }

  /// What is made of a number and another one.
  @FunctionalInterface
  interface Arithmetic {
    float of(float present, float by);
  }

  private boolean isCounter() {
    return sheet().flatMap(SheetFace::whole).isPresent();
  }

  private long counted(String typed, Arithmetic arithmetic) {
    if (arithmetic.of(2, 3) == 3) {
      return wholeNumber(typed);
    }
    float present = sheet().map(shown -> shown.values()[0]).orElse(0f);
    return Math.round((double) arithmetic.of(present, NumberBlock.parseOne(typed, text)));
  }

  private long wholeNumber(String typed) {
    try {
      return Long.parseLong(typed.strip());
    } catch (NumberFormatException none) {
      throw new InvalidValueException(
          key, typed, text.say("weights.no-count", "found", typed.strip()));
    }
  }

  /// Puts what a spreadsheet has copied where the selection begins; one number goes into all of it.
  boolean paste(String clipboard) {
    return trying(() -> put(NumberBlock.parse(clipboard, text)));
  }

  private void put(NumberBlock block) {
    Block now = selected.get();
    boolean isOne = block.rows().size() == 1 && block.columns() == 1;
    Block target =
        isOne
            ? now
            : new Block(
                now.firstRow(),
                now.firstColumn(),
                now.firstRow() + block.rows().size() - 1,
                now.firstColumn() + block.columns() - 1);
    if (!target.equals(sheet().map(shown -> target.within(shown.sheet())).orElse(target))) {
      throw new InvalidValueException(
          key,
          "",
          text.say(
              "weights.paste.beyond", "rows", block.rows().size(), "columns", block.columns()));
    }
    edit(
        editor ->
            editor.changed(
                target, (_, row, column) -> isOne ? block.at(0, 0) : block.at(row, column)));
    selected.set(target);
    tell();
  }

  /// The selection as spreadsheets take it.
  String copy() {
    Block now = selected.get();
    return sheet()
        .map(
            shown ->
                IntStream.rangeClosed(now.firstRow(), now.lastRow())
                    .mapToObj(row -> line(shown, row, now))
                    .collect(Collectors.joining("\n")))
        .orElse("");
  }

  private static String line(SheetFace shown, int row, Block block) {
    SheetShape shape = shown.sheet();
    return IntStream.rangeClosed(block.firstColumn(), block.lastColumn())
        .filter(column -> shape.holds(row, column))
        .mapToObj(column -> SheetWords.exact(shown, shape.index(row, column)))
        .collect(Collectors.joining("\t"));
  }

  /// Whether a number of the key that is shown was changed.
  boolean isKeyEdited() {
    return sheet().filter(shown -> shown.edited().length > 0).isPresent();
  }

  /// Puts the numbers of the key that is shown back to what they were before any edit.
  void restore() {
    edit(StateEditor::restored);
  }

  /// Lets go of file and edits: what the net starts from is drawn.
  void goBackToDrawn() {
    loader.forget();
    workbench.edit(now -> now.withParameters(Optional.empty()));
  }

  void undo() {
    workbench.undo();
  }

  void redo() {
    workbench.redo();
  }

  void switchTo(Mode mode) {
    workbench.edit(now -> now.withMode(mode));
  }

  /// Makes of the experiment what an edit makes of it.
  @FunctionalInterface
  private interface Editing {
    Experiment apply(StateEditor editor);
  }

  private void edit(Editing editing) {
    start()
        .filter(now -> now.has(key))
        .ifPresent(now -> workbench.edit(editing.apply(new StateEditor(now, key))));
  }

  private boolean trying(Runnable change) {
    try {
      change.run();
      problem.set("");
      return true;
    } catch (InvalidValueException refused) {
      problem.set(String.valueOf(refused.getMessage()));
      return false;
    }
  }

  /// Lets the user choose a file, and loads it.
  void load() {
    desk.picker().open(Kind.STATE_DICT).ifPresent(this::load);
  }

  /// Loads a file.
  void load(Path file) {
    lastFile = file;
    strip = "";
    load(file, workbench.experiment());
  }

  /// Loads the same file once more, with something taken away from the beginning of its keys.
  void strip(String prefix) {
    strip = prefix;
    if (lastFile != null) {
      load(lastFile, workbench.experiment());
    }
  }

  void loadStrictly() {
    strictness.set(Strictness.STRICT);
  }

  /// What is loaded already in the way that is chosen need not be loaded again.
  private void loadAgain(@Nullable Strictness chosen) {
    boolean isSo =
        workbench
            .experiment()
            .parameters()
            .filter(given -> given.isFromFile() && given.loading().strictness() == chosen)
            .isPresent();
    if (lastFile != null && chosen != null && !isSo) {
      load(lastFile, workbench.experiment());
    }
  }

  private void load(Path file, Experiment experiment) {
    Strictness chosen = strictness.get();
    Loading loading = new Loading(chosen == null ? Strictness.STRICT : chosen, strip);
    loader.load(file, experiment, loading, parameters -> taken(file, experiment, parameters));
  }

  /// Somebody may have changed the net while a large file was read.
  private void taken(Path file, Experiment asFor, Parameters parameters) {
    if (asFor.network().equals(workbench.experiment().network())) {
      workbench.edit(now -> now.withParameters(Optional.of(parameters)));
    } else {
      load(file, workbench.experiment());
    }
    showLoaded();
  }

  /// Lets the user choose a file, and writes all that the net starts from into it.
  void save() {
    start().ifPresent(now -> save(now.whole()));
  }

  private void save(StateDict state) {
    desk.picker()
        .save(Kind.STATE_DICT, workbench.experiment().name().replaceAll("[^\\p{L}\\p{N}._ -]", "-"))
        .map(Kind.STATE_DICT::complete)
        .ifPresent(
            file ->
                desk.tasks()
                    .run(
                        () -> {
                          StateFile.write(file, state);
                          return file;
                        },
                        written ->
                            desk.notices()
                                .show(
                                    Notice.passing(
                                        text.say(
                                            "weights.saved",
                                            "file",
                                            String.valueOf(written.getFileName())))),
                        trouble -> desk.dialogs().show(Troubles.saving(text, file, trouble))));
  }

  @Override
  public void close() {
    loader.cancel();
    result.close();
  }

  private void follow(Experiment inHand) {
    Experiment before = asked;
    if (before == null || !before.computed().equals(inHand.computed())) {
      asked = inHand;
      result.asked();
      workbench.runner().submit(new StartJob(inHand, start().map(Start::drawn)));
    }
    inHand
        .parameters()
        .filter(Parameters::isFromFile)
        .ifPresent(given -> strictness.set(given.loading().strictness()));
    show();
    showLoaded();
  }

  private void show() {
    Optional<Start> start = start();
    if (start.isEmpty()) {
      face.set(faces.before(workbench.experiment(), result.newest().flatMap(StartStudy::refusal)));
    } else if (start.get().drawn().entries().isEmpty()) {
      face.set(faces.empty(workbench.experiment()));
    } else {
      show(start.get());
    }
    tell();
  }

  private void show(Start start) {
    if (!start.has(key)) {
      key = start.drawn().entries().firstEntry().getKey();
      selected.set(Block.FIRST);
    }
    StartStudy study = result.newest().orElseThrow();
    face.set(faces.of(start, study, keyFace(start), wanted.get()));
    sheet().ifPresent(shown -> selected.set(selected.get().within(shown.sheet())));
  }

  /// Of a large tensor what can be said at once, and later all of it.
  private KeyFace keyFace(Start start) {
    KeyFace known = worked;
    if (known != null && start.equals(workedOf) && known.sheet().key().equals(key)) {
      return known;
    }
    if (size(start.drawn(key)) <= AT_ONCE) {
      return worked(start, faces.key(start, key));
    }
    String asked = key;
    desk.tasks()
        .run(
            () -> faces.key(start, asked),
            done -> {
              if (start.equals(latest) && asked.equals(key)) {
                worked(start, done);
                show();
              }
            },
            _ -> {});
    double limit = known == null ? 1 : known.sheet().limit();
    return faces.quickly(start, key, limit);
  }

  private KeyFace worked(Start start, KeyFace face) {
    worked = face;
    workedOf = start;
    return face;
  }

  private static int size(StateDict.Entry entry) {
    return entry instanceof StateDict.Floats floats ? floats.values().length : 1;
  }

  private void tell() {
    status.set(spokenText());
  }

  private void showLoaded() {
    loaded.set(loadedNow());
  }

  private LoadedFace loadedNow() {
    return loadedWords.of(loader.attemptProperty().get(), workbench.experiment());
  }
}
