package org.modescope.ui.projector;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.instrument.PairFigure;
import org.modescope.ui.instrument.PairFigureBox;

/// An instrument as one figure to read from across the room, with a small picture; a click makes it
/// the large one.
final class FigureCard extends HBox {
  private final Label headline = new Label();
  private final Label context = new Label();
  private final VBox pair = new VBox();
  private final VBox words = new VBox();
  private final Chart picture;
  private final String title;

  FigureCard(int number, String title, Chart picture, Runnable choose) {
    this.title = title;
    this.picture = picture;
    getStyleClass().add("figure");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    Label badge = new Label(Integer.toString(number));
    badge.getStyleClass().add("instrument-number");
    Label name = new Label(title);
    name.getStyleClass().add("figure-title");
    HBox first = new HBox(badge, name);
    first.getStyleClass().add("figure-names");
    context.getStyleClass().add("figure-context");
    words.getChildren().addAll(first, headline, pair, context);
    words.getStyleClass().add("figure-words");
    words.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(picture, Priority.ALWAYS);
    getChildren().addAll(words, picture);
    setOnMouseClicked(_ -> choose.run());
    setOnKeyPressed(
        press -> {
          if (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE) {
            choose.run();
            press.consume();
          }
        });
  }

  void show(InstrumentText text) {
    headline.setText(text.headline());
    headline.getStyleClass().setAll("label", "headline", text.tone().styleClass());
    context.setText(text.context());
    setAccessibleText(title + ": " + text.headline());
  }

  /// Two figures take the picture's room.
  void showPair(List<PairFigure> figures) {
    boolean isPair = !figures.isEmpty();
    pair.getChildren().setAll(PairFigureBox.of(figures));
    for (Node alone : List.of(headline, context, picture)) {
      alone.setVisible(!isPair);
      alone.setManaged(!isPair);
    }
    if (isPair) {
      setAccessibleText(title + ": " + PairFigureBox.spoken(figures));
    }
  }
}
