package org.modescope.ui.input;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Column;
import org.modescope.files.CsvPreview.Trouble;
import org.modescope.ui.input.FileContent.OfTable;
import org.modescope.ui.picker.FilePicker.Kind;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The sheet as a whole: which tab, what it would make, and what that changes. The bench keeps its
/// input until the button is pressed.
public final class InputSheetViewModel {
  private final Desk desk;
  private final Text text;
  private final Function<String, Path> fileOf;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<@Nullable InputTab> tab = new SimpleObjectProperty<>(InputTab.DRAWN);
  private final BooleanProperty fresh = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<SheetFace> face =
      new ReadOnlyObjectWrapper<>(SheetFace.EMPTY);
  private final DrawnDraft drawn;
  private final DataSetDraft dataSet;
  private final FileDraft file;
  private final TypedDraft typed;
  private final RowFaces faces;
  private int row;
  private int pointed;

  /// @param fileOf where a file is that the experiment names
  /// @param nameOf what the experiment calls a file
  public InputSheetViewModel(
      Desk desk, Function<String, Path> fileOf, Function<Path, String> nameOf) {
    this.desk = desk;
    this.fileOf = fileOf;
    text = desk.text();
    drawn = new DrawnDraft(text, this::refresh);
    dataSet = new DataSetDraft(text, this::refresh);
    file = new FileDraft(text, desk.tasks(), nameOf, this::refresh);
    typed = new TypedDraft(text, this::refresh);
    faces = new RowFaces(dataSet, text);
    tab.subscribe((_, _) -> turned());
    fresh.subscribe((_, _) -> refresh());
  }

  /// Opens the sheet with the input in hand.
  public void open() {
    InputSpec input = desk.workbench().experiment().input();
    begin();
    dataSet.begin(takesRows());
    switch (input) {
      case Drawn begun -> {
        drawn.show(begun);
        tab.set(InputTab.DRAWN);
      }
      case FromDataSet begun -> {
        dataSet.show(begun);
        tab.set(InputTab.DATA_SET);
      }
      case FromCsv begun -> {
        file.show(fileOf.apply(begun.file()), begun, label());
        tab.set(InputTab.FILE);
      }
      case FromSafetensors begun -> {
        file.show(fileOf.apply(begun.file()), begun);
        tab.set(InputTab.FILE);
      }
      case Values begun -> {
        typed.show(begun);
        tab.set(InputTab.TYPED);
      }
    }
    open.set(true);
    refresh();
  }

  private void begin() {
    row = 0;
    fresh.set(desk.workbench().experiment().input().fresh());
    dataSet.labelledProperty().set(label().equals(Optional.of(DataSet.LABEL)));
  }

  /// The column that the training takes for its targets.
  private Optional<String> label() {
    return desk.workbench()
        .experiment()
        .training()
        .map(Training::target)
        .filter(Column.class::isInstance)
        .map(Column.class::cast)
        .map(Column::name);
  }

  /// Whether a file is a table or tensors, by its name.
  public static boolean takes(Path path) {
    return FileDraft.takes(path);
  }

  /// Opens the sheet with a file of the user's.
  public void open(Path path) {
    if (!open.get()) {
      begin();
    }
    tab.set(InputTab.FILE);
    open.set(true);
    file.open(path);
  }

  /// Goes on where a sheet in another language was: open if that is, with what is chosen on each
  /// tab. A file is read once more.
  public void takeOver(InputSheetViewModel before) {
    if (!before.open.get()) {
      return;
    }
    fresh.set(before.fresh.get());
    drawn.takeOver(before.drawn);
    dataSet.show(before.dataSet.source());
    dataSet.labelledProperty().set(before.dataSet.labelledProperty().get());
    file.takeOver(before.file);
    typed.takeOver(before.typed);
    tab.set(before.tab.get());
    row = before.row;
    before.close();
    open.set(true);
    refresh();
  }

  /// Lets the user choose a file.
  void choose() {
    desk.picker().open(Kind.INPUT).ifPresent(this::open);
  }

  /// Takes the input, and fits the net to it.
  public void use() {
    proposal()
        .ifPresent(
            input -> {
              Experiment next =
                  NetEffect.of(desk.workbench().experiment(), input, draft().label(), text)
                      .experiment();
              close();
              desk.workbench().edit(next);
            });
  }

  /// Leaves the bench as it is.
  public void close() {
    file.stop();
    open.set(false);
  }

  /// Opens, turns to every tab once, and closes.
  ///
  /// @param turned is told of each
  public void leafThrough(Runnable turned) {
    open();
    for (InputTab each : InputTab.values()) {
      tab.set(each);
      turned.run();
    }
    close();
  }

  private void turned() {
    row = 0;
    refresh();
  }

  /// A linear first layer takes rows of features, and no pictures.
  private boolean takesRows() {
    return switch (desk.workbench().experiment().network().getFirst().type()) {
      case LINEAR, BATCH_NORM_1D -> true;
      default -> false;
    };
  }

  private Draft draft() {
    InputTab shown = tab.get();
    return switch (shown == null ? InputTab.DRAWN : shown) {
      case DRAWN -> drawn;
      case DATA_SET -> dataSet;
      case FILE -> file;
      case TYPED -> typed;
    };
  }

  private Optional<InputSpec> proposal() {
    return draft().proposal().map(input -> input.withFresh(fresh.get()));
  }

  private void refresh() {
    if (!open.get()) {
      return;
    }
    Optional<InputSpec> proposed = proposal();
    if (proposed.isEmpty()) {
      face.set(
          new SheetFace(
              text.say("sheet.use.nothing"),
              false,
              draft().problem(),
              "",
              !draft().problem().isEmpty(),
              "",
              false,
              Optional.empty()));
      return;
    }
    InputSpec input = proposed.get();
    NetEffect effect = NetEffect.of(desk.workbench().experiment(), input, draft().label(), text);
    int count = rowsOf(input);
    row = Math.clamp(row, 0, Math.max(0, count - 1));
    face.set(
        new SheetFace(
            text.say(input instanceof Drawn ? "sheet.use.drawn" : "sheet.use", "rows", count),
            count > 0,
            effect.headline(),
            effect.detail(),
            effect.isProblem(),
            new FreshWords(text).of(input),
            input.canBeFresh(),
            faces.of(input.withFresh(false), row)));
  }

  private static int rowsOf(InputSpec input) {
    return input.shape().rank() == 0 ? 1 : input.shape().size(0);
  }

  /// Looks at another row of the batch.
  void focus(int other) {
    row = other;
    refresh();
  }

  /// How many rows the batch has.
  int rows() {
    return proposal().map(InputSheetViewModel::rowsOf).orElse(1);
  }

  int row() {
    return row;
  }

  /// Points at a number of the row in focus.
  ///
  /// @param index among the numbers of the row, as the net gets it
  void point(int index) {
    pointed = index;
  }

  int pointed() {
    return pointed;
  }

  /// Looks at a cell that has no number in the file, where its mean is in the batch.
  void visit(Trouble cell) {
    if (proposal().orElse(null) instanceof FromCsv batch
        && file.content().orElse(null) instanceof OfTable table) {
      String column = table.preview().columns().get(cell.column()).name();
      MeanPlace.of(batch, cell.row(), column)
          .ifPresent(
              place -> {
                point(place.index());
                focus(place.row());
              });
    }
  }

  /// Writes another number into the row in focus. From then on all numbers are the user's own.
  ///
  /// @param index among the numbers of the row, as the net gets it
  void edit(int index, float value) {
    proposal()
        .ifPresent(
            input -> {
              float[] values = InputValues.of(input.withFresh(false), Generator.seeded(0));
              Shape shape = input.shape();
              int width = values.length / rowsOf(input);
              int kept = row;
              values[row * width + index] = value;
              typed.show(new Values(shape, values));
              tab.set(InputTab.TYPED);
              focus(kept);
            });
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  ObjectProperty<@Nullable InputTab> tabProperty() {
    return tab;
  }

  /// Whether each pass gets a batch of its own.
  BooleanProperty freshProperty() {
    return fresh;
  }

  ReadOnlyObjectProperty<SheetFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  DrawnDraft drawn() {
    return drawn;
  }

  DataSetDraft dataSet() {
    return dataSet;
  }

  FileDraft file() {
    return file;
  }

  TypedDraft typed() {
    return typed;
  }
}
