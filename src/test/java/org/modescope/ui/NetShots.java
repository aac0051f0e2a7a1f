package org.modescope.ui;

import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import org.modescope.ui.theme.ThemeChoice;

/// Pictures of the screens beside the bench with other nets than the first: a deep one, a refusing
/// one, one of large batches.
final class NetShots {
  private static final UnaryOperator<Experiment> RESNET =
      _ -> Screenshots.preset("transfer-resnet18");
  private static final UnaryOperator<Experiment> ALONE =
      before -> before.withMode(Mode.TRAIN).withInput(before.input().withBatchSize(1));
  private static final UnaryOperator<Experiment> CROWD =
      before -> before.withInput(before.input().withBatchSize(4096));

  private NetShots() {}

  static void take() throws Exception {
    layer("layer-resnet18-light", RESNET);
    layer("layer-alone-light", ALONE);
    layer("layer-crowd-light", CROWD);
    graph("graph-resnet18-light", RESNET);
    graph("graph-alone-light", ALONE);
    cells("six-cells-alone-light", ALONE);
    cells("six-cells-crowd-light", CROWD);
    mates("batch-mates-crowd-light", CROWD);
  }

  private static void layer(String name, UnaryOperator<Experiment> net) throws Exception {
    Shot.take(
        name,
        ThemeChoice.LIGHT,
        shot -> {
          shot.edit(net);
          shot.press("#screen-layer");
          shot.until(NetShots::isTraced);
        });
  }

  private static boolean isTraced(Scene scene) {
    return scene.lookup("#status-progress") instanceof Labeled status
        && (status.getText().matches(".* \\d+, .*") || isRefused(scene));
  }

  private static boolean isRefused(Scene scene) {
    return scene.lookup("#layer-page .verbatim") instanceof Labeled error
        && error.isVisible()
        && !error.getText().isEmpty();
  }

  private static void graph(String name, UnaryOperator<Experiment> net) throws Exception {
    Shot.take(
        name,
        ThemeChoice.LIGHT,
        shot -> {
          shot.edit(net);
          shot.press("#screen-graph");
          shot.until(NetShots::isRecorded);
        });
  }

  private static boolean isRecorded(Scene scene) {
    String why = ((Labeled) scene.lookup(".graph-empty-title")).getText();
    boolean isRefused = scene.lookup("#graph-empty").isVisible() && !why.endsWith("…");
    return isRefused || !((Labeled) scene.lookup("#graph-sentence")).getText().isEmpty();
  }

  private static void cells(String name, UnaryOperator<Experiment> net) throws Exception {
    asked(name, net, "#screen-cells", "#run-all");
  }

  private static void mates(String name, UnaryOperator<Experiment> net) throws Exception {
    asked(name, net, "#screen-mates", "#other-mates");
  }

  /// The button is away for as long as what it asks for is computed.
  private static void asked(
      String name, UnaryOperator<Experiment> net, String screen, String button) throws Exception {
    Shot.take(
        name,
        ThemeChoice.LIGHT,
        shot -> {
          shot.edit(net);
          shot.press(screen);
          shot.act(() -> Screenshots.press(shot.scene(), button));
          shot.until(scene -> scene.lookup(button).isVisible());
        });
  }
}
