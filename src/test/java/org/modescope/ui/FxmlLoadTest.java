package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.ui.theme.ThemeChoice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The bench includes every FXML file there is, so loading it with its real controllers loads all.
@ExtendWith(ApplicationExtension.class)
class FxmlLoadTest {
  private final AppContext context = new AppContext(new FakeRunner());

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1000);
    stage.setHeight(700);
    stage.show();
  }

  @Test
  void everyPartIsThereInBothThemes(FxRobot robot) {
    for (ThemeChoice choice : ThemeChoice.values()) {
      robot.interact(() -> context.appearance().choiceProperty().set(choice));

      for (String part :
          new String[] {"#run", "#mode", "#card-fc1", "#variance", ".reading", ".status"}) {
        assertThat(robot.lookup(part).tryQuery()).as(part + " in " + choice).isPresent();
      }
    }
  }

  @Test
  void nothingIsCutOffAtAnyTextScale(FxRobot robot) {
    robot.interact(
        () -> {
          context.appearance().setTextScale(200);
          Scene scene = robot.window(0).getScene();
          scene.getRoot().applyCss();
          scene.getRoot().layout();
        });

    var run = robot.lookup("#run").query();
    assertThat(run.localToScene(run.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(1000);
  }
}
