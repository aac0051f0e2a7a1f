package org.modescope.ui.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.modescope.experiment.Blanks;
import org.modescope.files.CsvPreview;
import org.modescope.files.CsvPreview.Trouble;
import org.modescope.files.TensorList.Listed;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.input.FileContent.OfTable;
import org.modescope.ui.input.FileContent.OfTensors;
import org.modescope.ui.task.PulseReader;
import org.modescope.words.TableWords;
import org.modescope.words.Text;

/// The tab of the user's own files: what was found, its other reading, what is left out, and the
/// cells without a number.
final class FilePart implements TabPart {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final int FEW = 4;

  private final InputSheetViewModel model;
  private final FileDraft draft;
  private final Text text;
  private final VBox top = new VBox();
  private final Label name = new Label();
  private final Label size = new Label();
  private final VBox found = new VBox();
  private final VBox table = new VBox();
  private final ProgressBar progress = new ProgressBar();
  private final HBox reading;
  private final HBox rows;
  private final HBox dealing;
  private final Label drop;
  private final CheckBox standardize = new CheckBox();
  private final VBox standardizeOption;
  private final SegmentedControl<Blanks> blanks = new SegmentedControl<>();
  private Optional<FileContent> shown = Optional.empty();

  FilePart(InputSheetViewModel model, Text text) {
    this.model = model;
    this.text = text;
    draft = model.file();
    top.getStyleClass().add("sheet-part");
    name.getStyleClass().addAll("sheet-file-name", "verbatim");
    size.getStyleClass().add("sheet-muted");
    found.getStyleClass().add("sheet-found");
    reading = reading();
    dealing = dealing();
    rows = rows();
    drop = new Label(text.say("sheet.file.drop"));
    drop.getStyleClass().add("sheet-drop");
    drop.setWrapText(true);
    drop.setMaxWidth(Double.MAX_VALUE);
    standardize.setId("input-file-standardize");
    standardize.setText(text.say("sheet.standardize"));
    standardize.selectedProperty().bindBidirectional(draft.standardizeProperty());
    standardizeOption = Parts.option(standardize, new Label(text.say("sheet.standardize.column")));
    top.getChildren().addAll(fileLine(), reading, found, rows, table, drop);
    draft
        .readingProperty()
        .subscribe(
            now -> {
              Parts.show(reading, now);
              refresh();
            });
    progress.progressProperty().bind(draft.progressProperty());
    new PulseReader<>(draft::takeProgress, draft::receive, draft.readingProperty());
  }

  private HBox fileLine() {
    Button other = new Button(text.say("sheet.file.choose"));
    other.setId("input-choose");
    other.setMinWidth(Button.USE_PREF_SIZE);
    other.setOnAction(_ -> model.choose());
    HBox file = Parts.row("sheet-file", name, size);
    HBox.setHgrow(file, Priority.ALWAYS);
    name.setMinWidth(0);
    return Parts.row("sheet-chooser", file, other);
  }

  private HBox reading() {
    Button stop = new Button(text.say("sheet.file.stop"));
    stop.setId("input-stop");
    stop.setMinWidth(Button.USE_PREF_SIZE);
    stop.setOnAction(_ -> draft.stop());
    progress.setId("input-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(progress, Priority.ALWAYS);
    return Parts.row("sheet-chooser", new Label(text.say("sheet.file.reading")), progress, stop);
  }

  private HBox rows() {
    return Parts.row(
        "sheet-chooser",
        dealing,
        Parts.gap(),
        Parts.field("input-file-first", draft.first(), text.say("sheet.rows.help")),
        Parts.field("input-file-last", draft.last(), text.say("sheet.rows.to.help")));
  }

  private HBox dealing() {
    blanks.setId("input-blanks");
    blanks.offer(
        List.of(
            new Choice<>(
                Blanks.DROP,
                text.say("sheet.file.drop-rows"),
                text.say("sheet.file.drop-rows.help"),
                "plain"),
            new Choice<>(
                Blanks.MEAN,
                text.say("sheet.file.mean"),
                text.say("sheet.file.mean.help"),
                "plain")));
    blanks
        .valueProperty()
        .subscribe(
            (_, chosen) -> {
              if (chosen != null) {
                draft.deal(chosen);
              }
            });
    return Parts.row("sheet-chooser", Parts.muted(text.say("sheet.file.these-lines")), blanks);
  }

  @Override
  public Node top() {
    return top;
  }

  @Override
  public Node options() {
    return standardizeOption;
  }

  @Override
  public void refresh() {
    boolean isReading = draft.readingProperty().get();
    name.setText(draft.path().map(each -> each.getFileName().toString()).orElse(""));
    if (draft.path().isEmpty()) {
      size.setText(text.say("sheet.file.none"));
    }
    Optional<FileContent> content = draft.content();
    boolean isTable = content.isPresent() && content.get() instanceof OfTable;
    Parts.show(rows, isTable && !isReading);
    Parts.show(standardizeOption, isTable && !isReading);
    Parts.show(drop, content.isEmpty());
    Parts.show(found, content.isPresent());
    if (!shown.equals(content)) {
      shown = content;
      found.getChildren().clear();
      table.getChildren().clear();
      content.ifPresent(this::show);
    }
    Parts.show(
        dealing,
        content.isPresent()
            && content.get() instanceof OfTable table
            && table.preview().troubled() > 0);
  }

  private void show(FileContent content) {
    switch (content) {
      case OfTable table -> show(table);
      case OfTensors tensors -> show(tensors);
    }
  }

  private void show(OfTable table) {
    CsvPreview preview = table.preview();
    size.setText(text.say("sheet.file.rows", "rows", preview.rows()));
    Hyperlink other =
        new Hyperlink(
            text.say("sheet.file.other", "form", TableWords.form(preview.form().other(), text)));
    other.setId("input-other-form");
    other.setOnAction(_ -> draft.readOtherwise());
    found.getChildren().add(line("check", TableWords.form(preview.form(), text), other, false));
    found.getChildren().add(columns(table));
    if (preview.troubled() > 0) {
      found.getChildren().add(troubles(preview));
      blanks.valueProperty().set(table.blanks() == Blanks.REFUSE ? null : table.blanks());
    }
    this.table.getChildren().setAll(grid(table));
  }

  private Node columns(OfTable table) {
    List<String> left =
        table.preview().columns().stream()
            .map(CsvPreview.Column::name)
            .filter(each -> !table.columns().contains(each))
            .toList();
    String count = text.say("sheet.file.columns", "count", table.columns().size());
    String rest =
        left.isEmpty()
            ? text.say("sheet.file.all-columns")
            : text.say("sheet.file.left-out", "count", left.size(), "columns", text.list(left));
    return line("check", count, Parts.muted(rest), false);
  }

  private Node troubles(CsvPreview preview) {
    List<String> lines =
        preview.troubles().stream()
            .map(Trouble::line)
            .distinct()
            .limit(FEW)
            .map(String::valueOf)
            .toList();
    boolean isMore = preview.troubledRows() > FEW;
    String where =
        text.say(
            isMore ? "sheet.file.blanks.more" : "sheet.file.blanks",
            "count",
            preview.troubled(),
            "rows",
            preview.troubledRows(),
            "lines",
            text.list(lines));
    String which =
        preview.troubles().stream()
            .map(each -> preview.columns().get(each.column()).name())
            .distinct()
            .limit(FEW)
            .collect(Collectors.joining(", "));
    return line(
        "close", where, Parts.muted(text.say("sheet.file.blanks.why", "columns", which)), true);
  }

  private static Node line(String icon, String says, Node more, boolean isProblem) {
    Label said = new Label(says);
    said.getStyleClass().add("sheet-said");
    said.setWrapText(true);
    said.pseudoClassStateChanged(PROBLEM, isProblem);
    Icon mark = new Icon(icon);
    mark.pseudoClassStateChanged(PROBLEM, isProblem);
    mark.getStyleClass().add("sheet-mark");
    VBox told = new VBox(said, more);
    HBox.setHgrow(told, Priority.ALWAYS);
    return Parts.row("sheet-statement", mark, told);
  }

  private Node grid(OfTable table) {
    CsvPreview preview = table.preview();
    RowsTable grid = new RowsTable(text);
    Set<Integer> struck = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int column = 0; column < preview.columns().size(); column++) {
      names.add(preview.columns().get(column).name());
      if (!table.columns().contains(names.getLast())) {
        struck.add(column);
      }
    }
    grid.head(names, struck);
    for (int column = 0; column < names.size(); column++) {
      String one = names.get(column);
      if (preview.columns().get(column).isNumbers()) {
        grid.name(column).getStyleClass().add("sheet-choice");
        grid.name(column).setOnMouseClicked(_ -> draft.toggle(one));
      }
    }
    for (CsvPreview.Row row : preview.shown()) {
      grid.row(
          new RowsTable.Line(row.line(), row.cells(), row.follows(), -1),
          struck,
          preview.troubles().stream()
              .filter(each -> each.line() == row.line())
              .map(Trouble::column)
              .collect(Collectors.toSet()));
    }
    return grid;
  }

  private void show(OfTensors tensors) {
    int all = tensors.list().tensors().size() + tensors.list().others();
    size.setText(text.say("sheet.file.tensors", "count", all));
    if (tensors.list().tensors().isEmpty()) {
      found
          .getChildren()
          .add(line("close", text.say("sheet.file.no-tensor"), Parts.muted(""), true));
    }
    FlowRow choices = new FlowRow();
    for (Listed each : tensors.list().tensors()) {
      Button choice =
          new Button("%s  %s  %s".formatted(each.name(), each.shape(), each.type().dtype()));
      choice.getStyleClass().addAll("sheet-tensor", "verbatim");
      choice.setMnemonicParsing(false);
      choice.pseudoClassStateChanged(
          PseudoClass.getPseudoClass("in-focus"),
          tensors.input().filter(taken -> taken.tensor().equals(each.name())).isPresent());
      choice.setOnAction(_ -> draft.take(each));
      choices.getChildren().add(choice);
    }
    found.getChildren().add(choices);
  }
}
