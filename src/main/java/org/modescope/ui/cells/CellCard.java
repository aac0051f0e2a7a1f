package org.modescope.ui.cells;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.cells.BytesPicture;
import org.modescope.ui.chart.cells.CommonScale;
import org.modescope.ui.chart.cells.DotsPicture;
import org.modescope.ui.chart.cells.LinesPicture;
import org.modescope.ui.control.FlowRow;
import org.modescope.words.Text;

/// A cell: its left half, which the mode is to decide, with two pictures, and its right half, which
/// the grad mode is to decide, with one.
final class CellCard extends VBox {
  private static final PseudoClass ON_BENCH = PseudoClass.getPseudoClass("on-bench");
  private static final double LEFT = 62;
  private static final double HALF = 50;

  /// PyTorch's words need more room than any answer above them.
  private static final double UPPER = 46;

  private final Place place;
  private final Text text;
  private final FlowRow names = new FlowRow();
  private final Label apart = new Label();
  private @Nullable Label tag;
  private @Nullable RefusedBox refused;
  private final GridPane halves = new GridPane();
  private final QuestionBox varies;
  private final QuestionBox drifts;
  private final QuestionBox holds;
  private final QuestionBox backward;
  private final DotsPicture dots;
  private final LinesPicture lines;
  private final BytesPicture bytes;
  private final Label code = new Label();
  private final CellTools tools;
  private final StackPane body;
  private boolean isDense;
  private boolean isOnBench;

  CellCard(Place place, Text text, CellExport exports) {
    this.place = place;
    this.text = text;
    dots = new DotsPicture(text);
    lines = new LinesPicture(text);
    bytes = new BytesPicture(text);
    varies = new QuestionBox(text.say("cells.varies"));
    drifts = new QuestionBox(text.say("cells.drifts"));
    holds = new QuestionBox(text.say("cells.holds"));
    backward = new QuestionBox(text.say("cells.backward"));
    body = new StackPane(halves);
    tools = new CellTools(place, body, exports, text);
    build();
  }

  private void build() {
    setId("cell-" + place.key());
    getStyleClass().add("six-cell");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleHelp(text.say("cells.take"));
    code.setText(place.code());
    code.setMinWidth(0);
    code.getStyleClass().addAll("cell-code", "verbatim-plain");
    names.getChildren().add(code);
    HBox.setHgrow(names, Priority.ALWAYS);
    HBox header = new HBox(names, tools);
    header.getStyleClass().add("cell-header");
    holds.addPicture(bytes);
    halves.getStyleClass().add("cell-halves");
    halves.getColumnConstraints().addAll(column(LEFT), column(100 - LEFT));
    halves.getRowConstraints().addAll(row(UPPER), row(100 - UPPER));
    halves.add(half(pictured(varies, dots), place.mode().key(), "upper"), 0, 0);
    halves.add(half(holds, rightStyle(), "upper"), 1, 0);
    halves.add(half(pictured(drifts, lines), place.mode().key(), "lower"), 0, 1);
    halves.add(half(backward, rightStyle(), "lower"), 1, 1);
    VBox.setVgrow(body, Priority.ALWAYS);
    apart.getStyleClass().add("cell-apart");
    apart.setMaxWidth(Double.MAX_VALUE);
    apart.setWrapText(true);
    apart.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(header, body, apart);
    LazyTip.install(this, () -> text.paragraph(getAccessibleText(), apart.getText()));
  }

  /// Leaves out what has no room; the tip still has it.
  void fit(Room room) {
    isDense = room.isDense();
    code.setText(
        switch (room) {
          case ROOMY -> place.code();
          case DENSE ->
              text.say("cells.code", "mode", place.mode().key(), "grad", place.gradMode().key());
          // The names of row and column say it.
          case SLIM -> "";
        });
    List.of(varies, drifts, holds, backward).forEach(question -> question.fit(room));
    double left = room == Room.SLIM ? HALF : LEFT;
    halves.getColumnConstraints().getFirst().setPercentWidth(left);
    halves.getColumnConstraints().getLast().setPercentWidth(100 - left);
    List.of(varies, drifts)
        .forEach(question -> question.setMinWidth(room == Room.SLIM ? 0 : USE_PREF_SIZE));
    show(dots, room != Room.SLIM);
    show(lines, room != Room.SLIM);
    show(apart, !isDense);
    mark(isOnBench);
  }

  Place place() {
    return place;
  }

  List<Chart> pictures() {
    return List.of(dots, lines, bytes);
  }

  void show(CellFace face, CommonScale common) {
    varies.show(face.varies());
    drifts.show(face.drifts());
    holds.show(face.holds());
    backward.show(face.backward());
    apart.setText(face.apart());
    showRefusal(face.refusal());
    halves.setVisible(face.refusal().isEmpty());
    halves.setManaged(face.refusal().isEmpty());
    dots.show(face.measured().map(Cell::seen).flatMap(Observation::output), common, place.mode());
    lines.show(
        face.measured().flatMap(cell -> CommonScale.traced(cell, common.layer())),
        common,
        place.mode());
    bytes.show(
        face.measured()
            .map(Cell::seen)
            .flatMap(Observation::memory)
            .filter((GraphMemory _) -> common.mostBytes() > 0),
        common);
    setAccessibleText(face.spoken());
    tools.numbersChanged();
  }

  /// The outline says it as well, where the tag has no room.
  void mark(boolean onBench) {
    isOnBench = onBench;
    pseudoClassStateChanged(ON_BENCH, onBench);
    if (onBench && !isDense) {
      show(tag(), true);
    } else if (tag != null) {
      show(tag, false);
    }
    setAccessibleRoleDescription(onBench ? text.say("cells.on-bench") : null);
  }

  /// Made when the cell is first the bench's.
  private Label tag() {
    Label made = tag;
    if (made == null) {
      made = new Label(text.say("cells.on-bench"));
      made.getStyleClass().add("cell-tag");
      made.setMinWidth(USE_PREF_SIZE);
      names.getChildren().add(made);
      tag = made;
    }
    return made;
  }

  private void showRefusal(String words) {
    RefusedBox box = refused;
    if (box == null && !words.isEmpty()) {
      box = new RefusedBox(text.say("cells.refused"));
      refused = box;
      body.getChildren().add(1, box);
    }
    if (box != null) {
      box.show(words);
    }
  }

  private static void show(Region part, boolean isShown) {
    part.setVisible(isShown);
    part.setManaged(isShown);
  }

  private String rightStyle() {
    return place.gradMode() == GradMode.GRAD ? "grad" : "unrecorded";
  }

  private static Region pictured(QuestionBox question, Region picture) {
    HBox box = new HBox(question, picture);
    box.getStyleClass().add("cell-pictured");
    HBox.setHgrow(picture, Priority.ALWAYS);
    picture.setMaxHeight(Double.MAX_VALUE);
    question.setMinWidth(USE_PREF_SIZE);
    return box;
  }

  private static Region half(Region content, String style, String side) {
    content.getStyleClass().addAll("cell-half", "half-" + style, side);
    content.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return content;
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  private static RowConstraints row(double percent) {
    RowConstraints row = new RowConstraints();
    row.setPercentHeight(percent);
    row.setVgrow(Priority.ALWAYS);
    return row;
  }
}
