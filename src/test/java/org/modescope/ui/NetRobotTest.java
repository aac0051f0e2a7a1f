package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.PlacedLayer;
import org.modescope.preset.Presets;
import org.modescope.run.Runner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The net panel and the code panel by mouse and keys.
@ExtendWith(WindowExtension.class)
class NetRobotTest {
  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void layerIsSearchedForAndAdded(FxRobot robot) {
    robot.clickOn("#add-layer").write("leaky").type(KeyCode.ENTER);

    assertThat(network().getLast().type()).isEqualTo(LayerType.LEAKY_RELU);
    assertThat(robot.lookup("#layer-search").tryQuery()).isEmpty();
  }

  @Test
  void layerIsInsertedAboveTheFirstByMouse(FxRobot robot) {
    robot.moveTo("#input-card");
    Node insert =
        robot.lookup("#insert").queryAll().stream()
            .filter(each -> each.getParent().getParent().equals(inputSlot(robot)))
            .findFirst()
            .orElseThrow();

    robot.clickOn(insert).write("layernorm").type(KeyCode.ENTER);

    assertThat(network().getFirst().type()).isEqualTo(LayerType.LAYER_NORM);
    assertThat(network()).hasSize(5);
  }

  private static Node inputSlot(FxRobot robot) {
    return robot.lookup("#input-card").query().getParent();
  }

  @Test
  void layerIsPutBeforeAllOthersInsideAContainerByTheMouseAndAnotherPastedBehind(FxRobot robot) {
    LayerSpec first = LayerSpec.of(LayerType.RELU, "relu", Map.of());
    LayerSpec block = LayerSpec.of(LayerType.SEQUENTIAL, "block", Map.of("layers", List.of(first)));
    robot.interact(() -> context.desk().workbench().edit(now -> now.withLayer(0, block)));
    robot.clickOn("#contents-block").moveTo("#card-block-relu");

    Node insert = robot.lookup(".inside > .shape-between > .insert").query();
    robot.clickOn(insert).write("tanh").type(KeyCode.ENTER);
    robot.clickOn("#card-dropout .card-name");
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.interact(() -> robot.lookup("#add-block-layers").query().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.V);

    assertThat(network().getFirst().layers("layers").stream().map(LayerSpec::type))
        .containsExactly(LayerType.TANH, LayerType.RELU, LayerType.DROPOUT);
  }

  @Test
  void cutLayerIsPastedElsewhere(FxRobot robot) {
    robot.clickOn("#card-fc1 .card-name").push(KeyCode.CONTROL, KeyCode.X);
    assertThat(names()).isEqualTo("bn1 dropout fc2");

    robot.clickOn("#card-dropout .card-name").push(KeyCode.CONTROL, KeyCode.V);

    assertThat(names()).isEqualTo("bn1 dropout fc1 fc2");
  }

  @Test
  void keysMoveACardAndTheFocusStaysInIt(FxRobot robot) {
    robot.clickOn("#bn1-eps").push(KeyCode.ALT, KeyCode.UP);
    assertThat(names()).isEqualTo("bn1 fc1 dropout fc2");
    assertThat(robot.lookup("#bn1-eps").query().isFocused()).isTrue();

    robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.ALT, KeyCode.DOWN);

    assertThat(names()).isEqualTo("fc1 dropout bn1 fc2");
  }

  @Test
  void doubleClickOnANameRenamesTheLayer(FxRobot robot) {
    robot.doubleClickOn("#card-bn1 .card-name").write("norm").type(KeyCode.ENTER);

    assertThat(names()).isEqualTo("fc1 norm dropout fc2");
  }

  @Test
  void escapeLeavesTheNameAsItWas(FxRobot robot) {
    robot.doubleClickOn("#card-bn1 .card-name").write("fc1").type(KeyCode.ENTER);
    assertThat(robot.lookup("#card-bn1 .entry-problem").<Label>query().getText())
        .isEqualTo("Another layer is called “fc1”.");

    robot.type(KeyCode.ESCAPE).clickOn("#fc1-bias");

    assertThat(names()).isEqualTo("fc1 bn1 dropout fc2");
    assertThat(robot.lookup("#card-bn1 .card-name").<Label>query().getText()).isEqualTo("bn1");
  }

  @Test
  void cardLeadsIntoItsLayerAndToItsPlaceInTheGraph(FxRobot robot) {
    robot.clickOn("#menu-dropout").clickOn("#dropout-look-inside");
    assertThat(robot.lookup("#layer-choice").<ComboBox<PlacedLayer>>query().getValue().path())
        .isEqualTo("dropout");

    robot.clickOn("#screen-bench").clickOn("#menu-bn1").clickOn("#bn1-in-graph");

    assertThat(robot.lookup("#graph-page").tryQuery()).isPresent();
    assertThat(robot.lookup("#screen-graph").<ToggleButton>query().isSelected()).isTrue();
  }

  @Test
  void fieldsAreAsWideAsTheirText(FxRobot robot) {
    double usual = width(robot, "#input-batch");
    robot.interact(
        () ->
            context
                .desk()
                .workbench()
                .edit(
                    now ->
                        now.withLayer(
                            0, now.network().getFirst().with("out_features", 10_000_000))));
    TextField field = robot.lookup("#fc1-out_features").query();
    assertThat(field.getWidth()).isGreaterThan(usual + 15);

    robot.interact(() -> context.desk().workbench().edit(Presets.simpleNet()));

    assertThat(width(robot, "#fc1-out_features")).isEqualTo(usual);
  }

  @Test
  void longNameGivesWayToTheType(FxRobot robot) {
    robot.interact(
        () ->
            context
                .desk()
                .workbench()
                .edit(
                    now ->
                        now.withLayer(
                            1, now.network().get(1).named("a_layer_with_quite_a_long_name"))));

    Label type = robot.lookup("#card-a_layer_with_quite_a_long_name .card-type").query();
    Label name = robot.lookup("#card-a_layer_with_quite_a_long_name .card-name").query();
    assertThat(type.getWidth()).isGreaterThanOrEqualTo(type.prefWidth(-1));
    assertThat(name.getWidth()).isLessThan(name.prefWidth(-1));
    assertThat(right(robot.lookup("#menu-a_layer_with_quite_a_long_name").query()))
        .isLessThan(right(robot.lookup("#card-fc1").query()));
  }

  @Test
  void choiceIsMadeFromAMenu(FxRobot robot) {
    robot.interact(
        () ->
            context
                .desk()
                .workbench()
                .edit(now -> now.withLayer(1, LayerSpec.of(LayerType.GELU, "gelu", Map.of()))));

    robot.clickOn("#gelu-approximate").type(KeyCode.DOWN, KeyCode.DOWN).type(KeyCode.ENTER);

    assertThat(network().get(1).word("approximate")).contains("tanh");
  }

  @Test
  void copySaysThatItCopied(FxRobot robot) {
    robot.clickOn("#copy-code");

    assertThat(robot.lookup("#copy-code").<Button>query().getText()).isEqualTo("Copied");
    robot.interact(
        () -> assertThat(Clipboard.getSystemClipboard().getString()).contains("nn.Linear(10, 20)"));
  }

  private List<LayerSpec> network() {
    return context.desk().workbench().experiment().network();
  }

  private String names() {
    return network().stream().map(LayerSpec::name).collect(Collectors.joining(" "));
  }

  private static double width(FxRobot robot, String field) {
    return robot.lookup(field).<TextField>query().getWidth();
  }

  private static double right(Node node) {
    return OnFxThread.inScene(node).getMaxX();
  }
}
