package org.modescope.ui.lesson;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.Icon;
import org.modescope.ui.lesson.LearningLog.Score;

/// A lesson in the list. A click anywhere on it takes the lesson; only the next one has a button.
final class LessonCard extends VBox {
  private final LessonsFace.Card card;
  private final LessonsViewModel model;

  LessonCard(LessonsFace.Card card, LessonsViewModel model) {
    this.card = card;
    this.model = model;
    getStyleClass().add(card.isNext() ? "lesson-card-next" : "lesson-card");
    setId("lesson-" + card.lesson().id());
    Label title = new Label(card.number() + "  " + card.lesson().title());
    title.getStyleClass().addAll("lesson-card-title", "lesson-words");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    Label goal = new Label(card.lesson().goal());
    goal.getStyleClass().addAll("lesson-card-goal", "lesson-words");
    goal.setWrapText(true);
    goal.setMinHeight(USE_PREF_SIZE);
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(title, goal, gap, foot());
    setMinHeight(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(model.spoken(card));
    setFocusTraversable(!card.isNext());
    setOnMouseClicked(_ -> model.start(card.lesson()));
    setOnKeyPressed(
        press -> {
          if (isFocused()
              && (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE)) {
            press.consume();
            model.start(card.lesson());
          }
        });
  }

  private HBox foot() {
    HBox foot = new HBox();
    foot.getStyleClass().add("lesson-card-foot");
    Score score = card.score();
    if (card.isNext()) {
      Button start = new Button(model.startText(card), new Icon("play"));
      start.setId("lesson-start");
      start.getStyleClass().add("primary");
      start.setMinWidth(USE_PREF_SIZE);
      start.setOnAction(_ -> model.start(card.lesson()));
      foot.getChildren().add(start);
    }
    if (score.isDone()) {
      Label done = new Label(model.doneText(), new Icon("check"));
      done.getStyleClass().add("lesson-done");
      done.setMinWidth(USE_PREF_SIZE);
      foot.getChildren().add(done);
    }
    if (score.isBegun()) {
      foot.getChildren().add(pips(score));
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label minutes = new Label(model.minutes(card.lesson()));
    minutes.getStyleClass().add("sentence");
    minutes.setMinWidth(USE_PREF_SIZE);
    foot.getChildren().addAll(gap, minutes);
    return foot;
  }

  /// Filled for right, hollow for missed; what they say in words, the card's spoken text says too.
  private static HBox pips(Score score) {
    HBox pips = new HBox();
    pips.getStyleClass().add("pips");
    for (Optional<Boolean> outcome : score.outcomes()) {
      Region pip = new Region();
      pip.getStyleClass()
          .add(outcome.isEmpty() ? "pip-open" : outcome.get() ? "pip-right" : "pip-missed");
      pips.getChildren().add(pip);
    }
    return pips;
  }
}
