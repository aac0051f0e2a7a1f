package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.run.Runner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Layers dragged between the net and a container in it.
@ExtendWith(WindowExtension.class)
class CardDragRobotTest {
  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));

  private Stage window;

  @Start
  void show(Stage stage) {
    window = stage;
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @BeforeEach
  void makeABlock(FxRobot robot) {
    LayerSpec relu = LayerSpec.of(LayerType.RELU, "relu", Map.of());
    LayerSpec block = LayerSpec.of(LayerType.SEQUENTIAL, "block", Map.of("layers", List.of(relu)));
    robot.interact(() -> context.desk().workbench().edit(now -> now.withLayer(0, block)));
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void layerIsDraggedIntoAnOpenContainerAndOutAgain(FxRobot robot) throws TimeoutException {
    robot.clickOn("#contents-block");
    Waiting.waitFor(() -> robot.lookup("#card-block-relu").tryQuery().isPresent());

    robot.drag(grip(robot, "bn1")).moveTo("#card-block-relu .card-name");
    assertThat(isMarked(robot, "#card-block-relu", "lands-above")).isTrue();
    robot.drop();

    assertThat(names(network())).containsExactly("block", "dropout", "fc2");
    assertThat(names(network().getFirst().layers("layers"))).containsExactly("bn1", "relu");
    assertThat(isMarked(robot, "#card-block-relu", "lands-above")).isFalse();

    robot.drag(grip(robot, "block-relu")).dropTo("#card-dropout .card-name");

    assertThat(names(network())).containsExactly("block", "relu", "dropout", "fc2");
    robot.clickOn("#undo").clickOn("#undo");
    assertThat(names(network())).containsExactly("block", "bn1", "dropout", "fc2");
  }

  @Test
  void layerIsDraggedOntoAClosedContainerWhichOpens(FxRobot robot) {
    robot.drag(grip(robot, "dropout")).moveTo("#card-block");
    assertThat(isMarked(robot, "#card-block", "lands-inside")).isTrue();
    robot.drop();

    assertThat(names(network().getFirst().layers("layers"))).containsExactly("relu", "dropout");
    assertThat(robot.lookup("#card-block-dropout").tryQuery()).isPresent();
  }

  @Test
  void containerDroppedIntoItselfStaysAndTheWindowSaysWhy(FxRobot robot) {
    robot.clickOn("#contents-block");

    robot.drag(grip(robot, "block")).moveTo("#card-block-relu .card-name");
    assertThat(isMarked(robot, "#card-block", "refused")).isTrue();
    robot.drop();

    assertThat(names(network())).containsExactly("block", "bn1", "dropout", "fc2");
    assertThat(robot.lookup(".notice > .label").<Label>query().getText())
        .isEqualTo("“block” cannot be put inside itself.");
  }

  @Test
  void smallCardWithoutAGripIsDraggedAsAWhole(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> {
          window.setWidth(1280);
          window.setHeight(720);
        });
    Waiting.waitFor(() -> !robot.lookup("#card-dropout .grip").query().isVisible());

    robot.drag("#card-dropout .card-name").dropTo("#card-bn1 .card-name");

    assertThat(names(network())).containsExactly("block", "dropout", "bn1", "fc2");
  }

  private static Node grip(FxRobot robot, String card) {
    return robot.lookup("#card-" + card + " .grip").query();
  }

  private static boolean isMarked(FxRobot robot, String node, String state) {
    return robot.lookup(node).query().getPseudoClassStates().stream()
        .anyMatch(each -> each.getPseudoClassName().equals(state));
  }

  private List<LayerSpec> network() {
    return context.desk().workbench().experiment().network();
  }

  private static List<String> names(List<LayerSpec> layers) {
    return layers.stream().map(LayerSpec::name).toList();
  }
}
