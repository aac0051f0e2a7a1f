package org.modescope.ui.shell;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.document.RecentViewModel;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.report.ExportViewModel;
import org.modescope.ui.theme.Appearance;

/// The top bar's view.
public final class TopBarView {
  /// In sizes of text.
  private static final double BRAND_EM = 120;

  private final TopBarViewModel bar;
  private final StatusViewModel status;
  private final DocumentViewModel document;
  private final RecentViewModel recent;
  private final ExportViewModel exports;
  private final DialogViewModel dialogs;
  private final Appearance appearance;

  @FXML private Label brand;
  @FXML private MenuButton file;
  @FXML private MenuButton presets;
  @FXML private SegmentedControl<Mode> mode;
  @FXML private SegmentedControl<GradMode> gradMode;
  @FXML private EntryField passesEntry;
  @FXML private EntryField seedEntry;
  @FXML private Button run;
  @FXML private Button stop;
  @FXML private MenuButton appearanceMenu;
  @FXML private ProgressBar progress;

  public TopBarView(
      TopBarViewModel bar,
      StatusViewModel status,
      DocumentViewModel document,
      RecentViewModel recent,
      ExportViewModel exports,
      DialogViewModel dialogs,
      Appearance appearance) {
    this.bar = bar;
    this.status = status;
    this.document = document;
    this.recent = recent;
    this.exports = exports;
    this.dialogs = dialogs;
    this.appearance = appearance;
  }

  @FXML
  private void initialize() {
    showBrandWhereWide();
    FileMenu.fill(file, document, recent, exports, dialogs);
    GalleryMenu.fill(presets, document);
    offerModes();
    offerGradModes();
    passesEntry.show(bar.passes());
    passesEntry.field().setId("passes");
    seedEntry.show(bar.seed());
    seedEntry.field().setId("seed");
    run.textProperty().bind(bar.runTextProperty());
    stop.disableProperty().bind(bar.runningProperty().not());
    progress.progressProperty().bind(status.fractionProperty());
    progress.visibleProperty().bind(bar.runningProperty());
    AppearanceMenu.fill(appearanceMenu, appearance);
  }

  @FXML
  private void run() {
    bar.run();
  }

  @FXML
  private void step() {
    bar.step();
  }

  @FXML
  private void stop() {
    bar.stop();
  }

  @FXML
  private void rewind() {
    bar.rewind();
  }

  @FXML
  private void newSeed() {
    bar.newSeed();
  }

  /// The program's name stands over the window as well: where it would break the bar into two
  /// lines, the logo says it alone.
  private void showBrandWhereWide() {
    brand
        .visibleProperty()
        .bind(
            brand
                .sceneProperty()
                .flatMap(Scene::widthProperty)
                .map(width -> width.doubleValue() >= BRAND_EM * appearance.fontSize())
                .orElse(false));
    brand.managedProperty().bind(brand.visibleProperty());
  }

  private void offerModes() {
    mode.offer(
        List.of(
            new Choice<>(
                Mode.TRAIN,
                "Train",
                "net.train(): dropout drops, BatchNorm uses this batch",
                "train"),
            new Choice<>(
                Mode.EVAL,
                "Eval",
                "net.eval(): dropout sleeps, BatchNorm uses its running statistics",
                "eval")));
    mode.valueProperty().bindBidirectional(bar.modeProperty());
  }

  private void offerGradModes() {
    gradMode.offer(
        List.of(
            new Choice<>(GradMode.GRAD, "grad", "every pass is recorded for backward", "grad"),
            new Choice<>(
                GradMode.NO_GRAD, "no_grad", "nothing is recorded; no output changes", "quiet"),
            new Choice<>(
                GradMode.INFERENCE_MODE,
                "inference_mode",
                "nothing is recorded, and results can never be",
                "quiet")));
    gradMode.valueProperty().bindBidirectional(bar.gradModeProperty());
  }
}
