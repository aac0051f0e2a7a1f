package org.modescope.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.modescope.ui.theme.ThemeChoice;

/// Takes the pictures of the lessons: what is pressed, one thing after another, each once it is
/// there.
final class LessonShots {
  private static final String LESSONS = "#screen-lessons";

  /// The second question of the lesson about the two switches, with a wrong prediction made.
  private static final List<String> PREDICT =
      List.of(
          LESSONS,
          "#lesson-which-switch",
          "#choice-1",
          "#lesson-go",
          "#lesson-go",
          "#lesson-go",
          "#choice-1");

  private LessonShots() {}

  static void take() throws Exception {
    take("lessons-light", ThemeChoice.LIGHT, List.of(LESSONS));
    take("lessons-dark", ThemeChoice.DARK, List.of(LESSONS));
    take("lesson-predict-light", ThemeChoice.LIGHT, PREDICT);
    take("lesson-predict-dark", ThemeChoice.DARK, PREDICT);
    take("lesson-look-light", ThemeChoice.LIGHT, with(PREDICT, "#lesson-go"));
    take("lesson-explain-light", ThemeChoice.LIGHT, with(PREDICT, "#lesson-go", "#lesson-go"));
    take("lesson-explain-dark", ThemeChoice.DARK, with(PREDICT, "#lesson-go", "#lesson-go"));
    take(
        "lesson-cells-light",
        ThemeChoice.LIGHT,
        List.of(LESSONS, "#lesson-eval-is-not-no-grad", "#cell-train-grad", "#cell-train-no_grad"));
  }

  /// A training that a lesson asks for, before and after.
  private static final List<String> TRAINING = List.of(LESSONS, "#lesson-kept-graphs", "#choice-0");

  /// What a lesson locks and hides on the bench.
  static void takeClassroom() throws Exception {
    take("lesson-training-predict-light", ThemeChoice.LIGHT, TRAINING);
    take("lesson-training-light", ThemeChoice.LIGHT, with(TRAINING, "#lesson-go", "#lesson-go"));
    take("lesson-training-dark", ThemeChoice.DARK, with(TRAINING, "#lesson-go", "#lesson-go"));
    take(
        "lesson-locked-light",
        ThemeChoice.LIGHT,
        List.of(LESSONS, "#lesson-which-switch", "#screen-bench"));
  }

  private static List<String> with(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toList();
  }

  private static void take(String name, ThemeChoice theme, List<String> pressed) throws Exception {
    Shot.take(
        name,
        theme,
        shot -> {
          shot.follow();
          for (String query : pressed) {
            shot.until(scene -> scene.lookup(query) instanceof Node node && !node.isDisabled());
            shot.act(() -> press(shot.scene().lookup(query)));
            shot.settle();
          }
          // What was asked for last has come when nothing is awaited any more.
          shot.until(_ -> !shot.workbench().awaitingProperty().get());
        });
  }

  private static void press(Node node) {
    switch (node) {
      case ToggleButton toggle when !(node.getStyleClass().contains("rail-button")) ->
          toggle.setSelected(true);
      case ButtonBase button -> button.fire();
      default ->
          node.getOnMouseClicked()
              .handle(
                  new MouseEvent(
                      MouseEvent.MOUSE_CLICKED,
                      0,
                      0,
                      0,
                      0,
                      MouseButton.PRIMARY,
                      1,
                      false,
                      false,
                      false,
                      false,
                      true,
                      false,
                      false,
                      true,
                      false,
                      true,
                      null));
    }
  }
}
