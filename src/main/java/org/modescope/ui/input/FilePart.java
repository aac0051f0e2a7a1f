package org.modescope.ui.input;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.modescope.experiment.Blanks;
import org.modescope.files.CsvPreview;
import org.modescope.files.TensorList.Listed;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.input.FileContent.OfTable;
import org.modescope.ui.input.FileContent.OfTensors;
import org.modescope.ui.task.PulseReader;
import org.modescope.words.Text;

/// The tab of the user's own files: what was found, its other reading, what is left out, and the
/// cells without a number.
final class FilePart implements TabPart {
  private final InputSheetViewModel model;
  private final FileDraft draft;
  private final Text text;
  private final TableStatements statements;
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
    statements = new TableStatements(model, text);
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
    FileProgress going = draft.progress();
    going
        .readingProperty()
        .subscribe(
            now -> {
              Parts.show(reading, now);
              refresh();
            });
    progress.progressProperty().bind(going.shareProperty());
    new PulseReader<>(going::take, going::receive, going.readingProperty());
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
    boolean isReading = draft.progress().isReading();
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
    found.getChildren().addAll(statements.of(table));
    if (preview.troubled() > 0) {
      blanks.valueProperty().set(table.blanks() == Blanks.REFUSE ? null : table.blanks());
    }
    this.table.getChildren().setAll(statements.grid(table));
  }

  private void show(OfTensors tensors) {
    int all = tensors.list().tensors().size() + tensors.list().others();
    size.setText(text.say("sheet.file.tensors", "count", all));
    if (tensors.list().tensors().isEmpty()) {
      found
          .getChildren()
          .add(
              TableStatements.line(
                  "close", text.say("sheet.file.no-tensor"), Parts.muted(""), true));
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
