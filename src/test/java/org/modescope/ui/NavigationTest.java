package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.nn.Mode;
import org.modescope.ui.control.FocusRing;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.shell.ScreenPlace;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.words.OtherWords;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The rail leads from screen to screen, and only the one that is shown is at work.
@ExtendWith(WindowExtension.class)
class NavigationTest {
  private static final ScreenId TENTH = new ScreenId("tenth");

  private final List<String> told = new ArrayList<>();
  private final AppContext context =
      new AppContext(
          new FakeRunner(),
          new Surroundings(
              new FakePicker(),
              new TasksAtOnce(),
              Optional.empty(),
              OtherWords.with(Map.of("shell.screen.tenth", "Tenth"))));
  private Stage window;

  @Start
  void show(Stage stage) {
    window = stage;
    stage.setScene(ModeScopeApp.scene(context));
    List<ScreenPlace> places =
        Stream.concat(context.screens().stream(), Stream.of(new ScreenPlace(TENTH, Tenth::new)))
            .toList();
    stage.getScene().setRoot(context.shell(places).open());
    stage.setWidth(1300);
    stage.setHeight(800);
    stage.show();
  }

  @Test
  void screensAreMadeWhenTheyAreFirstGoneTo(FxRobot robot) {
    assertThat(told).isEmpty();

    robot.clickOn("#screen-tenth");
    robot.clickOn("#screen-bench");
    robot.clickOn("#screen-tenth");

    assertThat(told).containsExactly("open", "TRAIN", "shown", "hidden", "shown");
    assertThat(robot.lookup("#tenth-page").tryQuery()).isPresent();
    assertThat(robot.lookup("#variance").tryQuery()).isEmpty();
  }

  @Test
  void arrowKeysGoFromButtonToButtonAndTheScreenComesWhenOneIsPressed(FxRobot robot) {
    robot.interact(() -> robot.lookup("#run").query().requestFocus());
    robot.push(KeyCode.F6);
    assertThat(button(robot, "bench").getPseudoClassStates()).contains(FocusRing.FOCUS_VISIBLE);

    robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP);
    ToggleButton second = button(robot, context.screens().get(1).id().key());
    assertThat(second.isFocused()).isTrue();
    assertThat(second.getPseudoClassStates()).contains(FocusRing.FOCUS_VISIBLE);
    assertThat(second.isSelected()).isFalse();
    assertThat(button(robot, "bench").isSelected()).isTrue();

    robot.push(KeyCode.SPACE);
    assertThat(second.isSelected()).isTrue();
    assertThat(button(robot, "bench").isSelected()).isFalse();
  }

  @Test
  void hiddenScreenHearsOfNothingUntilItIsShownAgain(FxRobot robot) {
    robot.clickOn("#screen-tenth").clickOn("#screen-bench");
    told.clear();

    robot.clickOn("#mode-eval").clickOn("#mode-train").clickOn("#mode-eval");
    assertThat(told).isEmpty();
    robot.clickOn("#screen-tenth");

    assertThat(told).containsExactly("EVAL", "shown");
  }

  @Test
  void currentScreenStaysMarkedWhenItsButtonIsClicked(FxRobot robot) {
    robot.clickOn("#screen-bench");

    assertThat(button(robot, "bench").isSelected()).isTrue();
    assertThat(button(robot, "tenth").isSelected()).isFalse();
  }

  @Test
  void keyThatDependsOnTheScreenGoesToTheOneThatIsShown(FxRobot robot) {
    robot.clickOn("#screen-tenth");
    told.clear();

    robot.push(KeyCode.CONTROL, KeyCode.P);

    assertThat(told).containsExactly("CODE");
  }

  @Test
  void narrowWindowShowsIconsOnly(FxRobot robot) {
    assertThat(button(robot, "tenth").getContentDisplay()).isEqualTo(ContentDisplay.TOP);

    robot.interact(() -> window.setWidth(1000));

    assertThat(button(robot, "tenth").getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
    assertThat(robot.lookup(".rail").query().getPseudoClassStates())
        .contains(PseudoClass.getPseudoClass("narrow"));
    robot.interact(() -> window.getScene().getRoot().layout());
    assertThat(OnFxThread.inScene(robot.lookup(".rail").query()).getWidth()).isBetween(44.0, 48.0);
  }

  private static ToggleButton button(FxRobot robot, String key) {
    return robot.lookup("#screen-" + key).query();
  }

  /// A screen with nothing on it.
  private final class Tenth implements Screen {
    private final Desk desk;

    Tenth(Desk desk) {
      this.desk = desk;
    }

    @Override
    public ScreenId id() {
      return TENTH;
    }

    @Override
    public Parent open() {
      told.add("open");
      desk.watch()
          .follow(
              desk.workbench().experimentProperty().map(each -> each.mode()),
              (Mode mode) -> told.add(mode.name()));
      StackPane page = new StackPane(new Label("tenth"));
      page.setId("tenth-page");
      return page;
    }

    @Override
    public void shown(boolean isShown) {
      desk.watch().setShown(isShown);
      told.add(isShown ? "shown" : "hidden");
    }

    @Override
    public void press(Shortcut shortcut) {
      told.add(shortcut.name());
    }

    @Override
    public void close() {
      desk.watch().close();
    }
  }
}
