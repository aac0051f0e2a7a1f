package org.modescope.ui.net;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.Rows;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.ui.workbench.Workbench;

/// The input's card: how many rows, and what is in them.
public final class InputCardViewModel {
  private final Workbench workbench;
  private final EntryViewModel batch = new EntryViewModel("batch", this::setBatch);
  private final EntryViewModel features = new EntryViewModel("features", this::setFeatures);
  private final EntryViewModel firstRow = new EntryViewModel("first row", this::setFirstRow);
  private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper shape = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper drawn = new ReadOnlyBooleanWrapper();

  public InputCardViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.experimentProperty().subscribe(shown -> show(shown.input()));
  }

  /// The entries of the input in hand: a drawn one has features, rows of a data set begin
  /// somewhere.
  public List<EntryViewModel> entries() {
    return switch (workbench.experiment().input()) {
      case Drawn _ -> List.of(batch, features);
      case FromDataSet _, FromCsv _ -> List.of(batch, firstRow);
      case Values _, FromSafetensors _ -> List.of(batch);
    };
  }

  /// Whether the input is drawn from a distribution; the entries change with it.
  public ReadOnlyBooleanProperty drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /// Where the numbers come from, such as `normal · seed 1`.
  public ReadOnlyStringProperty originProperty() {
    return origin.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty shapeProperty() {
    return shape.getReadOnlyProperty();
  }

  private void show(InputSpec input) {
    batch.show(Integer.toString(input.shape().size(0)));
    shape.set(input.shape().toString());
    switch (input) {
      case Drawn numbers -> {
        features.show(RowShape.of(numbers.shape()));
        origin.set("%s · seed %d".formatted(numbers.distribution().key(), numbers.seed()));
        drawn.set(true);
      }
      case Values _ -> {
        origin.set("written down");
        drawn.set(false);
      }
      case FromDataSet chosen ->
          show(
              chosen.classes().isEmpty()
                  ? chosen.dataSet().key()
                  : "%s %s".formatted(chosen.dataSet().key(), chosen.classes()),
              chosen.rows());
      case FromCsv chosen -> show(chosen.file(), chosen.rows());
      case FromSafetensors tensor -> {
        origin.set("%s · %s".formatted(tensor.file(), tensor.tensor()));
        drawn.set(false);
      }
    }
  }

  private void show(String table, Rows rows) {
    firstRow.show(Integer.toString(rows.first()));
    origin.set(String.format(Locale.ROOT, "%s · rows %d–%d", table, rows.first(), rows.end() - 1));
    drawn.set(false);
  }

  private void setBatch(String text) {
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
    replace(input.withBatchSize(WholeNumber.parse("batch", text, 1, most)));
  }

  private void setFeatures(String text) {
    if (workbench.experiment().input() instanceof Drawn numbers) {
      int[] sizes = RowShape.parse(text, numbers.shape().size(0));
      replace(new Drawn(Shape.of(sizes), numbers.distribution(), numbers.seed()));
    }
  }

  private void setFirstRow(String text) {
    switch (workbench.experiment().input()) {
      case FromDataSet chosen ->
          replace(
              chosen.withRows(moved(chosen.rows(), text, chosen.dataSet().rows(chosen.classes()))));
      case FromCsv chosen ->
          replace(chosen.withRows(moved(chosen.rows(), text, chosen.table().rows())));
      case Drawn _, Values _, FromSafetensors _ -> {}
    }
  }

  private static Rows moved(Rows rows, String text, int available) {
    int first = WholeNumber.parse("first row", text, 0, available - rows.count());
    return new Rows(first, first + rows.count());
  }

  private void replace(InputSpec input) {
    workbench.edit(workbench.experiment().withInput(input));
  }
}
