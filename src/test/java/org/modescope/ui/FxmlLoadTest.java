package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.ui.control.Hint;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What FXML files name is there, and what they lay out can be read.
@ExtendWith(WindowExtension.class)
class FxmlLoadTest {
  private static final double WIDTH = 1000;

  private final AppContext context = new AppContext(new FakeRunner());

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(WIDTH);
    stage.setHeight(700);
    stage.show();
  }

  static Stream<FxmlSource> files() {
    return FxmlSource.all();
  }

  static List<Integer> textScales() {
    return Appearance.TEXT_SCALES;
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsFoundByTheNameOfItsView(FxmlSource file) {
    Class<?> view = file.controller();

    assertThat(view.getResource(FxmlFile.of(view).name())).isNotNull();
    assertThat(FxmlFile.of(view).name()).isEqualTo(file.toString());
  }

  /// A loader leaves a field without an id null, and an id without a field unread, and says
  /// nothing.
  @ParameterizedTest
  @MethodSource("files")
  void fieldsOfTheControllerAreTheIdsOfTheFile(FxmlSource file) {
    assertThat(file.injectedFields()).containsExactlyInAnyOrderElementsOf(file.ids());
  }

  @ParameterizedTest
  @MethodSource("textScales")
  void noButtonIsCutOff(int percent, FxRobot robot) {
    robot.interact(
        () -> {
          context.desk().appearance().setTextScale(percent);
          Scene scene = robot.window(0).getScene();
          scene.getRoot().applyCss();
          scene.getRoot().layout();
        });

    List<ButtonBase> buttons = shown(robot);
    assertThat(buttons).hasSizeGreaterThan(5);
    assertThat(buttons).allSatisfy(FxmlLoadTest::assertWhole);
  }

  private static List<ButtonBase> shown(FxRobot robot) {
    return robot
        .lookup(node -> node instanceof ButtonBase && isShown(node))
        .queryAllAs(ButtonBase.class)
        .stream()
        .filter(button -> !button.getText().isBlank())
        .toList();
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static void assertWhole(ButtonBase button) {
    Bounds bounds = button.localToScene(button.getBoundsInLocal());
    assertThat(bounds.getMinX()).as("left edge of %s", button).isGreaterThanOrEqualTo(0);
    assertThat(bounds.getMaxX()).as("right edge of %s", button).isLessThanOrEqualTo(WIDTH);
    if (button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
      // The bar gave its words up on purpose: the icon stands for them, and the hint says them.
      assertThat(button.getGraphic()).isNotNull();
      assertThat(Hint.getText(button)).isNotEmpty();
      return;
    }
    assertThat(button.lookup(".text"))
        .isInstanceOfSatisfying(
            Text.class,
            text ->
                assertThat(text.getText().replace("_", ""))
                    .isEqualTo(button.getText().replace("_", "")));
  }
}
