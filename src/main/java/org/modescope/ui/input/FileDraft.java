package org.modescope.ui.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.Rows;
import org.modescope.experiment.TableReading;
import org.modescope.files.InvalidFileException;
import org.modescope.files.ReadWatch;
import org.modescope.files.TensorList;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.ui.input.FileContent.OfTable;
import org.modescope.ui.input.FileContent.OfTensors;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.training.LabelColumn;
import org.modescope.words.Text;

/// A table or a tensor in a file of the user's own. Reading it takes as long as it takes, beside
/// the FX thread, and can be ended.
final class FileDraft implements Draft {
  private static final int USUAL_ROWS = 32;

  private final Text text;
  private final TaskRunner tasks;
  private final Function<Path, String> nameOf;
  private final Runnable changed;

  private final FileProgress progress = new FileProgress();
  private final BooleanProperty standardize = new SimpleBooleanProperty();
  private final EntryViewModel first;
  private final EntryViewModel last;

  private Optional<Path> path = Optional.empty();
  private Optional<FileContent> content = Optional.empty();
  private FileWish wish = FileWish.NOTHING;
  private Rows asked = Rows.first(USUAL_ROWS);
  private Rows rows = asked;
  private Optional<InputSpec> input = Optional.empty();
  private String problem = "";

  /// @param nameOf what an experiment calls a file
  /// @param changed is told of every change
  FileDraft(Text text, TaskRunner tasks, Function<Path, String> nameOf, Runnable changed) {
    this.text = text;
    this.tasks = tasks;
    this.nameOf = nameOf;
    this.changed = changed;
    first = new EntryViewModel(text.say("sheet.rows"), this::setFirst);
    last = new EntryViewModel(text.say("sheet.rows.to"), this::setLast);
    standardize.subscribe((_, _) -> settle());
  }

  /// Whether a file is one for this tab, by its name.
  static boolean takes(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return isTensors(name)
        || List.of(".csv", ".tsv", ".tab", ".txt").stream().anyMatch(name::endsWith);
  }

  private static boolean isTensors(String name) {
    return name.endsWith(".safetensors");
  }

  /// Begins with a table that may be read again.
  ///
  /// @param label the column that the training takes for its targets
  void show(Path file, FromCsv begun, Optional<String> label) {
    asked = begun.rows();
    standardize.set(begun.standardize());
    open(
        file,
        new FileWish(
            begun.columns(),
            label,
            begun.reading().asked(),
            Optional.of(begun.reading().blanks()),
            ""));
  }

  /// Begins with a tensor that may be read again.
  void show(Path file, FromSafetensors begun) {
    open(file, FileWish.of(begun.tensor()));
  }

  /// Reads a file.
  void open(Path file) {
    asked = Rows.first(USUAL_ROWS);
    open(file, FileWish.NOTHING);
  }

  /// Reads the file of another one in the same way; nothing where that has none.
  void takeOver(FileDraft before) {
    before.path.ifPresent(
        file -> {
          asked = before.asked;
          standardize.set(before.standardize.get());
          open(file, before.wish);
        });
  }

  private void open(Path file, FileWish wanted) {
    boolean isOther = !path.equals(Optional.of(file));
    path = Optional.of(file);
    wish = wanted;
    problem = "";
    if (isOther) {
      content = Optional.empty();
      input = Optional.empty();
    }
    ReadWatch own = progress.begin();
    changed.run();
    String name = nameOf.apply(file);
    tasks.run(
        () ->
            isTensors(file.getFileName().toString().toLowerCase(Locale.ROOT))
                ? FileContent.tensors(file, name, wanted.tensor(), own)
                : FileContent.table(file, wanted, own),
        read -> finished(own, Optional.of(read), ""),
        trouble -> finished(own, Optional.empty(), why(trouble)));
  }

  private void finished(ReadWatch own, Optional<FileContent> read, String trouble) {
    if (!progress.finished(own)) {
      return;
    }
    content = read.or(() -> trouble.isEmpty() ? Optional.empty() : content);
    problem = trouble;
    if (read.isPresent() && read.get() instanceof OfTable table) {
      int available = table.rows();
      int begin = Math.clamp(asked.first(), 0, Math.max(0, available - 1));
      rows = new Rows(begin, Math.clamp(asked.end(), Math.min(begin + 1, available), available));
      problem = table.problem().map(each -> each.in(text)).orElse("");
    }
    settle();
  }

  private String why(Exception trouble) {
    return switch (trouble) {
      case CancellationException _ -> text.say("sheet.file.ended");
      case InvalidFileException invalid -> invalid.in(text);
      default -> String.valueOf(trouble.getMessage());
    };
  }

  /// Makes the input of what was read.
  private void settle() {
    input = Optional.empty();
    if (content.isPresent() && !progress.isReading()) {
      try {
        input = make(content.get());
      } catch (InvalidValueException refused) {
        problem = String.valueOf(refused.getMessage());
      }
    }
    first.show(Integer.toString(rows.first()));
    last.show(Integer.toString(rows.end() - 1));
    changed.run();
  }

  private Optional<InputSpec> make(FileContent read) {
    return switch (read) {
      case OfTensors tensors -> tensors.input().map(InputSpec.class::cast);
      case OfTable table ->
          table
              .table()
              .map(
                  taken ->
                      new FromCsv(
                          nameOf.apply(path.orElseThrow()),
                          new TableReading(wish.form(), table.blanks(), taken.found()),
                          taken.table(),
                          table.columns(),
                          rows,
                          standardize.get(),
                          false));
    };
  }

  /// Takes a table apart in its other form.
  void readOtherwise() {
    if (content.isPresent() && content.get() instanceof OfTable table) {
      again(FileWish.in(table.preview().form().other()));
    }
  }

  /// Takes a column in or leaves it out.
  void toggle(String column) {
    if (content.isPresent() && content.get() instanceof OfTable table) {
      List<String> columns = new ArrayList<>(table.columns());
      if (!columns.remove(column)) {
        columns.add(column);
      }
      if (!columns.isEmpty()) {
        List<String> ordered =
            table.preview().columns().stream()
                .map(each -> each.name())
                .filter(columns::contains)
                .toList();
        again(wish.withColumns(ordered));
      }
    }
  }

  /// The column that was chosen for the labels.
  Optional<String> labelled() {
    return wish.label();
  }

  /// Takes a column for the labels of the rows, or none.
  void label(Optional<String> column) {
    if (content.isPresent() && content.get() instanceof OfTable && !wish.label().equals(column)) {
      again(wish.withLabel(column));
    }
  }

  /// Says what becomes of blanks.
  void deal(Blanks blanks) {
    if (content.isPresent() && content.get() instanceof OfTable table && table.blanks() != blanks) {
      again(wish.withBlanks(blanks));
    }
  }

  /// Takes another tensor of the file.
  void take(TensorList.Listed tensor) {
    if (!wish.tensor().equals(tensor.name())) {
      again(FileWish.of(tensor.name()));
    }
  }

  private void again(FileWish wanted) {
    path.ifPresent(file -> open(file, wanted));
  }

  /// Ends reading.
  void stop() {
    progress.end();
  }

  private void setFirst(String typed) {
    int begin = WholeNumber.parse(text, first.label(), typed, 0, available() - 1);
    setRows(new Rows(begin, Math.min(available(), begin + rows.count())));
  }

  private void setLast(String typed) {
    int end = 1 + WholeNumber.parse(text, last.label(), typed, rows.first(), available() - 1);
    setRows(new Rows(rows.first(), end));
  }

  private void setRows(Rows wanted) {
    asked = wanted;
    rows = wanted;
    settle();
  }

  /// How many rows there are.
  int available() {
    return content.isPresent() && content.get() instanceof OfTable table ? table.rows() : 1;
  }

  Optional<Path> path() {
    return path;
  }

  Optional<FileContent> content() {
    return content;
  }

  EntryViewModel first() {
    return first;
  }

  EntryViewModel last() {
    return last;
  }

  BooleanProperty standardizeProperty() {
    return standardize;
  }

  /// How far the file is read.
  FileProgress progress() {
    return progress;
  }

  @Override
  public Optional<InputSpec> proposal() {
    return progress.isReading() ? Optional.empty() : input;
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public Optional<LabelColumn> label() {
    return proposal().isPresent() && content.isPresent() && content.get() instanceof OfTable table
        ? table.label()
        : Optional.empty();
  }
}
