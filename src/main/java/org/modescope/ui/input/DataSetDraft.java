package org.modescope.ui.input;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Table;
import org.modescope.nn.Pair;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.ui.training.LabelColumn;
import org.modescope.words.Text;

/// Rows of a data set that ships with the program.
final class DataSetDraft implements Draft {
  private static final int USUAL_ROWS = 32;

  private final Text text;
  private final Runnable changed;
  private final ObjectProperty<@Nullable DataSet> chosen = new SimpleObjectProperty<>();
  private final BooleanProperty flatten = new SimpleBooleanProperty();
  private final BooleanProperty standardize = new SimpleBooleanProperty();
  private final BooleanProperty labelled = new SimpleBooleanProperty();
  private final EntryViewModel first;
  private final EntryViewModel last;
  private final Map<DataSet, Stored> stored = new HashMap<>();
  private FromDataSet source =
      new FromDataSet(DataSet.DIGITS, Rows.first(USUAL_ROWS), false, Optional.empty(), false);

  /// All rows of a data set, as it has them.
  private record Stored(float[] values, double[] labels) {}

  /// @param changed is told of every change
  DataSetDraft(Text text, Runnable changed) {
    this.text = text;
    this.changed = changed;
    first = new EntryViewModel(text.say("sheet.rows"), this::setFirst);
    last = new EntryViewModel(text.say("sheet.rows.to"), this::setLast);
    chosen.subscribe((_, now) -> choose(now));
    flatten.subscribe((_, now) -> set(source.standardize(), now));
    standardize.subscribe((_, now) -> set(now, source.flatten()));
    labelled.subscribe((_, _) -> changed.run());
  }

  /// Begins with an input.
  void show(FromDataSet begun) {
    source = (FromDataSet) begun.withFresh(false);
    chosen.set(source.dataSet());
    flatten.set(source.flatten());
    standardize.set(source.standardize());
    first.show(Integer.toString(source.rows().first()));
    last.show(Integer.toString(source.rows().end() - 1));
    changed.run();
  }

  /// Begins with rows of the digits.
  ///
  /// @param isFlat whether the net takes rows of features
  void begin(boolean isFlat) {
    show(
        new FromDataSet(
            source.dataSet(), source.rows(), isFlat, Optional.empty(), source.standardize()));
  }

  private void choose(@Nullable DataSet wanted) {
    if (wanted != null && wanted != source.dataSet()) {
      Rows rows = Rows.first(Math.min(source.rows().count(), wanted.rows()));
      show(
          new FromDataSet(
              wanted,
              rows,
              wanted.imageSize().isPresent() && source.flatten(),
              Optional.empty(),
              source.standardize()));
    }
  }

  private void set(boolean isStandardized, boolean isFlat) {
    if (isStandardized != source.standardize() || isFlat != source.flatten()) {
      show(
          new FromDataSet(
              source.dataSet(),
              source.classes(),
              source.rows(),
              isFlat,
              source.resize(),
              isStandardized));
    }
  }

  private void setFirst(String typed) {
    int count = source.rows().count();
    int begin = WholeNumber.parse(text, first.label(), typed, 0, available() - 1);
    setRows(new Rows(begin, Math.min(available(), begin + count)));
  }

  private void setLast(String typed) {
    int begin = source.rows().first();
    setRows(
        new Rows(begin, 1 + WholeNumber.parse(text, last.label(), typed, begin, available() - 1)));
  }

  /// Goes on by as many rows as are chosen, back for a number below 0.
  void leaf(int batches) {
    int count = source.rows().count();
    int begin =
        Math.clamp((long) source.rows().first() + (long) batches * count, 0, available() - count);
    setRows(new Rows(begin, begin + count));
  }

  private void setRows(Rows rows) {
    show(source.withRows(rows));
  }

  FromDataSet source() {
    return source;
  }

  /// How many rows there are.
  int available() {
    return source.dataSet().rows(source.classes());
  }

  /// What a row holds, as the data set has it.
  float[] stored(int row) {
    Stored all = stored();
    int width = source.dataSet().features();
    return Arrays.copyOfRange(all.values(), row * width, (row + 1) * width);
  }

  /// A row's class.
  int label(int row) {
    return (int) stored().labels()[row];
  }

  private Stored stored() {
    return stored.computeIfAbsent(
        source.dataSet(),
        dataSet -> {
          Table table = dataSet.table(List.of());
          double[] labels =
              table.columns().get(DataSet.LABEL) instanceof Table.Numbers(double[] values)
                  ? values
                  : new double[0];
          return new Stored(dataSet.values(List.of(), Rows.first(dataSet.rows())), labels);
        });
  }

  /// The size of its pictures; empty where rows are no pictures.
  Optional<Pair> imageSize() {
    return source.dataSet().imageSize();
  }

  ObjectProperty<@Nullable DataSet> chosenProperty() {
    return chosen;
  }

  BooleanProperty flattenProperty() {
    return flatten;
  }

  BooleanProperty standardizeProperty() {
    return standardize;
  }

  /// Whether the training is to go by the labels of the rows.
  BooleanProperty labelledProperty() {
    return labelled;
  }

  /// How many classes the rows fall into.
  int classes() {
    return labels().classes().orElseThrow();
  }

  private LabelColumn labels() {
    return LabelColumn.of(source.dataSet(), source.classes());
  }

  @Override
  public Optional<LabelColumn> label() {
    return labelled.get() ? Optional.of(labels()) : Optional.empty();
  }

  EntryViewModel first() {
    return first;
  }

  EntryViewModel last() {
    return last;
  }

  @Override
  public Optional<InputSpec> proposal() {
    return Optional.of(source);
  }

  @Override
  public String problem() {
    return "";
  }
}
