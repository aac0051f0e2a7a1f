package org.modescope.ui.net;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.Rows;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Focus.Setting;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The input's card: how many rows, and what is in them.
public final class InputCardViewModel {
  private final Workbench workbench;
  private final Text text;
  private final NamedEntry batch;
  private final NamedEntry features;
  private final NamedEntry firstRow;
  private final ReadOnlyObjectWrapper<List<NamedEntry>> entries =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Distribution>> distribution =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper shape = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper pointed = new ReadOnlyBooleanWrapper();

  public InputCardViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    batch = entry("batch", this::setBatch);
    features = entry("features", this::setFeatures);
    firstRow = entry("first-row", this::setFirstRow);
    desk.watch().follow(workbench.experimentProperty(), shown -> show(shown.input()));
    desk.watch()
        .follow(
            workbench.focus().shownProperty(),
            shown -> pointed.set(shown.settings().contains(Setting.INPUT)));
  }

  /// Points at the input, or no longer at it.
  void point(boolean isPointed) {
    if (isPointed) {
      workbench.focus().point(Target.settings(Setting.INPUT));
    } else if (pointed.get()) {
      workbench.focus().point(Target.NONE);
    }
  }

  /// Whether the input is pointed at, here or elsewhere in the window.
  ReadOnlyBooleanProperty pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /// The entries of the input in hand: a drawn one has features, rows of a data set begin
  /// somewhere.
  public ReadOnlyObjectProperty<List<NamedEntry>> entriesProperty() {
    return entries.getReadOnlyProperty();
  }

  /// Where the numbers come from, such as `normal · seed 1`.
  public ReadOnlyStringProperty originProperty() {
    return origin.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty shapeProperty() {
    return shape.getReadOnlyProperty();
  }

  /// Whether a brief card shows its entries all the same.
  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  void toggle() {
    open.set(!open.get());
  }

  /// Is open where the card in another language is.
  void takeOver(InputCardViewModel before) {
    open.set(before.open.get());
  }

  private NamedEntry entry(String id, Consumer<String> apply) {
    EntryViewModel entry = new EntryViewModel(text.say("net.input." + id), apply);
    return new NamedEntry(id, entry, text.say("net.input." + id + ".help"));
  }

  private void show(InputSpec input) {
    batch.entry().show(Integer.toString(input.shape().size(0)));
    shape.set(input.shape().toString());
    origin.set(InputOrigin.of(input, text));
    distribution.set(
        input instanceof Drawn numbers ? Optional.of(numbers.distribution()) : Optional.empty());
    switch (input) {
      case Drawn numbers -> {
        features.entry().show(RowShape.of(numbers.shape()));
        entries.set(List.of(batch, features));
      }
      case FromDataSet chosen -> showFrom(chosen.rows());
      case FromCsv chosen -> showFrom(chosen.rows());
      case Values _, FromSafetensors _ -> entries.set(List.of(batch));
    }
  }

  private void showFrom(Rows rows) {
    firstRow.entry().show(Integer.toString(rows.first()));
    entries.set(List.of(batch, firstRow));
  }

  private void setBatch(String typed) {
    InputSpec input = workbench.experiment().input();
    int most =
        switch (input) {
          case Drawn _ -> Drawn.MAXIMUM_ROWS;
          case FromDataSet chosen ->
              chosen.dataSet().rows(chosen.classes()) - chosen.rows().first();
          case FromCsv chosen -> chosen.table().rows() - chosen.rows().first();
          case Values written -> written.shape().size(0);
          case FromSafetensors tensor -> tensor.shape().size(0);
        };
    replace(input.withBatchSize(WholeNumber.parse(text, batch.entry().label(), typed, 1, most)));
  }

  private void setFeatures(String typed) {
    if (workbench.experiment().input() instanceof Drawn numbers) {
      int[] sizes = RowShape.parse(typed, numbers.shape().size(0), text);
      replace(new Drawn(Shape.of(sizes), numbers.distribution(), numbers.seed(), numbers.fresh()));
    }
  }

  private void setFirstRow(String typed) {
    switch (workbench.experiment().input()) {
      case FromDataSet chosen ->
          replace(
              chosen.withRows(
                  moved(chosen.rows(), typed, chosen.dataSet().rows(chosen.classes()))));
      case FromCsv chosen ->
          replace(chosen.withRows(moved(chosen.rows(), typed, chosen.table().rows())));
      case Drawn _, Values _, FromSafetensors _ -> {}
    }
  }

  private Rows moved(Rows rows, String typed, int available) {
    int first =
        WholeNumber.parse(text, firstRow.entry().label(), typed, 0, available - rows.count());
    return new Rows(first, first + rows.count());
  }

  /// What the numbers are drawn from; empty where they are not drawn.
  public ReadOnlyObjectProperty<Optional<Distribution>> distributionProperty() {
    return distribution.getReadOnlyProperty();
  }

  /// Draws the numbers from something else.
  public void draw(Distribution wanted) {
    if (workbench.experiment().input() instanceof Drawn numbers) {
      replace(new Drawn(numbers.shape(), wanted, numbers.seed(), numbers.fresh()));
    }
  }

  private void replace(InputSpec input) {
    workbench.edit(workbench.experiment().withInput(input));
  }
}
