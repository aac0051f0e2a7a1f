package org.modescope.ui.pair;

import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.Hint;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.words.PairRow;
import org.modescope.words.Text;

/// The strip's view: both settings at the left, the table of differences at the right.
public final class PairView {
  /// The style class of what A and B have.
  private static final String VALUE = "pair-value";

  private final PairViewModel model;
  private final Text text;

  @FXML private HBox root;
  @FXML private VBox settings;
  @FXML private ToggleButton ofA;
  @FXML private ToggleButton ofB;
  @FXML private Label settingOfA;
  @FXML private Label settingOfB;
  @FXML private Label passesMade;
  @FXML private CheckBox sameStart;
  @FXML private GridPane table;

  public PairView(PairViewModel model, Text text) {
    this.model = model;
    this.text = text;
  }

  @FXML
  private void initialize() {
    root.managedProperty().bind(root.visibleProperty());
    sameStart.selectedProperty().bindBidirectional(model.sameStartProperty());
    ofA.setOnAction(_ -> read(ofA, Subject.A));
    ofB.setOnAction(_ -> read(ofB, Subject.B));
    model
        .subjectProperty()
        .subscribe(
            subject -> {
              ofA.setSelected(subject == Subject.A);
              ofB.setSelected(subject == Subject.B);
            });
    model.faceProperty().subscribe(this::show);
    root.widthProperty().subscribe(_ -> fit());
  }

  @FXML
  private void unpin() {
    model.unpin();
  }

  /// A badge shows the reading of its run; again, that of both.
  private void read(ToggleButton badge, Subject subject) {
    model.subjectProperty().set(badge.isSelected() ? subject : Subject.BOTH);
  }

  private void show(PairFace face) {
    root.setVisible(face.isPinned());
    if (!face.isPinned()) {
      return;
    }
    boolean hasB = !face.b().isEmpty();
    settingOfA.setText(face.a());
    settingOfB.setText(hasB ? face.b() : text.say("pair.waiting"));
    settingOfB.setWrapText(!hasB);
    ofA.setDisable(!hasB);
    ofB.setDisable(!hasB);
    passesMade.setText(face.passes());
    sameStart.setDisable(!model.canStartAlike());
    Hint.setText(sameStart, model.sameStartHint());
    table.setVisible(hasB);
    table.setManaged(hasB);
    fill(face.rows());
    fit();
  }

  /// Where width is short, what A and B have is left to the instruments: the difference is the
  /// point.
  private void fit() {
    if (root.getWidth() <= 0) {
      return;
    }
    show(values(), true);
    root.applyCss();
    double wanted = settings.prefWidth(-1) + table.prefWidth(-1);
    if (wanted > root.getWidth()) {
      show(values(), false);
    }
  }

  private List<Node> values() {
    return table.getChildren().stream()
        .filter(cell -> cell.getStyleClass().contains(VALUE))
        .toList();
  }

  private static void show(List<Node> cells, boolean isShown) {
    for (Node cell : cells) {
      cell.setVisible(isShown);
      cell.setManaged(isShown);
    }
  }

  private void fill(List<PairRow> rows) {
    table.getChildren().clear();
    List<RowOrigin> origins = model.origins();
    table.add(cell(text.say("pair.column.a"), "pair-head", VALUE), 1, 0);
    table.add(cell(text.say("pair.column.b"), "pair-head", VALUE), 2, 0);
    table.add(cell(text.say("pair.column.difference"), "pair-head"), 3, 0);
    for (int index = 0; index < rows.size(); index++) {
      PairRow row = rows.get(index);
      Label name = cell(row.name(), "pair-name");
      GridPane.setHalignment(name, HPos.LEFT);
      Label[] cells = {
        name,
        cell(row.a(), VALUE),
        cell(row.b(), VALUE),
        cell(row.difference(), row.isSame() ? "pair-same" : "pair-difference")
      };
      table.addRow(index + 1, cells);
      if (index < origins.size()) {
        trace(origins.get(index), cells);
      }
    }
    table.setAccessibleText(spoken(rows));
  }

  /// Pointing at a figure of a row points at what it comes from; its name is explained.
  private void trace(RowOrigin origin, Label... cells) {
    Explained.word(cells[0], origin.term(), text);
    for (Label cell : cells) {
      cell.hoverProperty()
          .subscribe((_, isHover) -> model.point(isHover ? origin.target() : Target.NONE));
    }
  }

  private String spoken(List<PairRow> rows) {
    return text.paragraph(
        rows.stream()
            .map(
                row ->
                    text.say(
                        "pair.row.accessible",
                        "name",
                        row.name(),
                        "a",
                        row.a(),
                        "b",
                        row.b(),
                        "difference",
                        row.difference()))
            .toList());
  }

  private static Label cell(String words, String... styles) {
    Label cell = new Label(words);
    cell.setMinWidth(Region.USE_PREF_SIZE);
    cell.getStyleClass().addAll(styles);
    GridPane.setHalignment(cell, HPos.RIGHT);
    return cell;
  }
}
