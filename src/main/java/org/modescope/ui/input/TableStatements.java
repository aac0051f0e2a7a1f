package org.modescope.ui.input;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.modescope.files.CsvPreview;
import org.modescope.files.CsvPreview.Trouble;
import org.modescope.ui.control.ChoiceMenu;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.input.FileContent.OfTable;
import org.modescope.words.TableWords;
import org.modescope.words.Text;

/// What was found in a table, each statement with its other reading beside it, and some of its
/// rows.
final class TableStatements {
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final int FEW = 4;

  private final InputSheetViewModel model;
  private final FileDraft draft;
  private final Text text;
  private RowsTable rows;

  TableStatements(InputSheetViewModel model, Text text) {
    this.model = model;
    draft = model.file();
    this.text = text;
    rows = new RowsTable(text);
  }

  /// Its form, its columns, its labels, and its cells without a number.
  List<Node> of(OfTable table) {
    CsvPreview preview = table.preview();
    List<Node> found = new ArrayList<>();
    Hyperlink other =
        new Hyperlink(
            text.say("sheet.file.other", "form", TableWords.form(preview.form().other(), text)));
    other.setId("input-other-form");
    other.setOnAction(_ -> draft.readOtherwise());
    found.add(line("check", TableWords.form(preview.form(), text), other, false));
    found.add(columns(table));
    found.add(label(preview));
    if (preview.troubled() > 0) {
      found.add(troubles(preview));
    }
    return found;
  }

  private Node columns(OfTable table) {
    List<String> left =
        table.preview().columns().stream()
            .map(CsvPreview.Column::name)
            .filter(each -> !table.columns().contains(each) && !isLabel(each))
            .toList();
    String count = text.say("sheet.file.columns", "count", table.columns().size());
    String rest =
        left.isEmpty()
            ? text.say("sheet.file.all-columns")
            : text.say("sheet.file.left-out", "count", left.size(), "columns", text.list(left));
    return line("check", count, Parts.muted(rest), false);
  }

  private boolean isLabel(String column) {
    return draft.labelled().equals(Optional.of(column));
  }

  /// The choice of the column that has the labels.
  private Node label(CsvPreview preview) {
    List<Optional<String>> choices =
        Stream.concat(
                Stream.of(Optional.<String>empty()),
                preview.columns().stream()
                    .map(CsvPreview.Column::name)
                    .filter(name -> !name.isEmpty())
                    .map(Optional::of))
            .toList();
    ChoiceMenu<Optional<String>> menu =
        new ChoiceMenu<>(choices, each -> each.orElseGet(() -> text.say("sheet.file.label.none")));
    menu.setId("input-label");
    menu.setAccessibleText(text.say("sheet.file.label.help"));
    Hint.setText(menu, text.say("sheet.file.label.help"));
    menu.valueProperty().set(draft.labelled());
    menu.valueProperty()
        .subscribe(
            (_, chosen) -> {
              if (chosen != null) {
                draft.label(chosen);
              }
            });
    return Parts.row("sheet-chooser", Parts.muted(text.say("sheet.file.label")), menu);
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
    VBox more =
        new VBox(Parts.muted(text.say("sheet.file.blanks.why", "columns", which)), ways(preview));
    return line("close", where, more, true);
  }

  /// A way to each of the first cells that are shown below.
  private FlowRow ways(CsvPreview preview) {
    Set<Long> shown = preview.shown().stream().map(CsvPreview.Row::line).collect(toSet());
    FlowRow ways = new FlowRow();
    preview.troubles().stream()
        .filter(each -> shown.contains(each.line()))
        .limit(FEW)
        .forEach(each -> ways.getChildren().add(way(each, preview)));
    return ways;
  }

  private Hyperlink way(Trouble cell, CsvPreview preview) {
    Hyperlink way =
        new Hyperlink(
            text.say(
                "sheet.file.blanks.at",
                "line",
                Long.toString(cell.line()),
                "column",
                preview.columns().get(cell.column()).name()));
    way.setId("input-blank-" + cell.line() + "-" + cell.column());
    way.setMnemonicParsing(false);
    Hint.setText(way, text.say("sheet.file.blanks.at.help"));
    way.setOnAction(_ -> visit(cell));
    return way;
  }

  private void visit(Trouble cell) {
    model.visit(cell);
    rows.cell(cell.line(), cell.column())
        .ifPresent(
            found -> {
              rows.mark(found);
              Scrolling.to(found);
            });
  }

  /// A statement, and more of it.
  static Node line(String icon, String says, Node more, boolean isProblem) {
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

  /// Some rows, as they stand in the file.
  Node grid(OfTable table) {
    CsvPreview preview = table.preview();
    RowsTable grid = new RowsTable(text);
    rows = grid;
    Set<Integer> struck = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int column = 0; column < preview.columns().size(); column++) {
      names.add(preview.columns().get(column).name());
      if (!table.columns().contains(names.getLast()) && !isLabel(names.getLast())) {
        struck.add(column);
      }
    }
    grid.head(names, struck);
    for (int column = 0; column < names.size(); column++) {
      String one = names.get(column);
      if (isLabel(one)) {
        grid.name(column).getStyleClass().add("sheet-label");
      } else if (preview.columns().get(column).isNumbers()) {
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
              .collect(toSet()));
    }
    return grid;
  }
}
