package org.modescope.ui.shell;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.control.WrappingBar;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.report.ExportViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Terms;
import org.modescope.words.Text;

/// The top bar's view.
final class TopBarView {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /// In sizes of text.
  private static final double LEAST_NAME_EM = 7;

  private final Desk desk;
  private final DocumentViewModel document;
  private final ExportViewModel exports;
  private final TopBarViewModel model;
  private final StatusViewModel status;
  private final HelpMenu help;

  @FXML private VBox root;
  @FXML private WrappingBar bar;
  @FXML private Label brand;
  @FXML private Label modeLabel;
  @FXML private Label gradModeLabel;
  @FXML private MenuButton file;
  @FXML private MenuButton presets;
  @FXML private SegmentedControl<Mode> mode;
  @FXML private SegmentedControl<GradMode> gradMode;
  @FXML private EntryField passesEntry;
  @FXML private EntryField seedEntry;
  @FXML private Button run;
  @FXML private Button step;
  @FXML private Button stop;
  @FXML private Button rewind;
  @FXML private ToggleButton pin;
  @FXML private MenuButton appearanceMenu;
  @FXML private MenuButton helpMenu;
  @FXML private ProgressBar progress;

  TopBarView(
      Desk desk,
      DocumentViewModel document,
      ExportViewModel exports,
      TopBarViewModel model,
      StatusViewModel status,
      HelpMenu help) {
    this.desk = desk;
    this.document = document;
    this.exports = exports;
    this.model = model;
    this.status = status;
    this.help = help;
  }

  @FXML
  private void initialize() {
    Text text = desk.text();
    FileMenu menu = new FileMenu(desk, document, exports);
    menu.fill(file);
    menu.takeAppearance(file, appearanceMenu.visibleProperty().not());
    menu.takeHelp(file, help, helpMenu.visibleProperty().not());
    help.fill(helpMenu.getItems());
    GalleryMenu.fill(presets, document, text);
    mode.offer(Arrays.stream(Mode.values()).map(each -> choice(each, text)).toList());
    name(mode, "mode-");
    mode.valueProperty().bindBidirectional(model.modeProperty());
    gradMode.offer(Arrays.stream(GradMode.values()).map(each -> choice(each, text)).toList());
    name(gradMode, "grad-mode-");
    gradMode.valueProperty().bindBidirectional(model.gradModeProperty());
    passesEntry.show(model.passes());
    passesEntry.field().setId("passes");
    passesEntry.hoverProperty().subscribe((_, isHover) -> model.pointAtPasses(isHover));
    seedEntry.show(model.seed());
    seedEntry.field().setId("seed");
    run.textProperty().bind(model.runTextProperty());
    run.disableProperty().bind(model.heldProperty());
    step.disableProperty().bind(model.heldProperty());
    desk.watch()
        .follow(model.heldProperty(), held -> run.setGraphic(new Icon(held ? "lock" : "play")));
    stop.disableProperty().bind(model.runningProperty().not());
    pin.disableProperty().bind(model.canPinProperty().not());
    desk.watch().follow(model.pinnedProperty(), pin::setSelected);
    explain(text);
    progress.progressProperty().bind(status.fractionProperty());
    progress.visibleProperty().bind(model.runningProperty());
    AppearanceMenu.fillOnDemand(appearanceMenu, desk);
    bar.widthProperty().subscribe(_ -> fit());
    // Both change what fits, once it is styled and measured anew.
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> refit());
    desk.watch().follow(document.nameProperty(), _ -> refit());
  }

  private void explain(Text text) {
    Explained.mark(presets, "preset", text);
    Explained.mark(modeLabel, "mode", text);
    Explained.segments(mode, Terms::of, text);
    Explained.mark(gradModeLabel, "grad-mode", text);
    Explained.segments(gradMode, Terms::of, text);
    Explained.entry(passesEntry, "pass", text);
    Explained.mark(run, "run", text);
    Explained.mark(step, "step", text);
    Explained.mark(rewind, "rewind", text);
    Explained.entry(seedEntry, "seed", text);
    Explained.mark(pin, "pinned-run", text);
  }

  @FXML
  private void run() {
    model.run();
  }

  @FXML
  private void step() {
    model.step();
  }

  @FXML
  private void stop() {
    model.stop();
  }

  @FXML
  private void rewind() {
    model.rewind();
  }

  @FXML
  private void newSeed() {
    model.newSeed();
  }

  @FXML
  private void togglePin() {
    model.togglePin();
    pin.setSelected(model.pinnedProperty().getValue());
  }

  private void refit() {
    if (root.getScene() != null && bar.getWidth() > 0) {
      root.applyCss();
      fit();
    }
  }

  /// Gives up no more than it takes for the bar to fit into one line.
  private void fit() {
    if (bar.getWidth() <= 0) {
      return;
    }
    EnumSet<BarStep> givenUp = EnumSet.noneOf(BarStep.class);
    giveUp(givenUp);
    for (BarStep step : BarStep.values()) {
      if (bar.prefWidth(-1) > bar.getWidth()) {
        givenUp.add(step);
        giveUp(givenUp);
      }
    }
  }

  private void giveUp(Set<BarStep> steps) {
    show(brand, !steps.contains(BarStep.BRAND));
    show(modeLabel, !steps.contains(BarStep.SWITCH_LABELS));
    show(gradModeLabel, !steps.contains(BarStep.SWITCH_LABELS));
    boolean words = !steps.contains(BarStep.WORDS_ON_BUTTONS);
    for (Labeled control : List.of(file, step, stop)) {
      control.setContentDisplay(words ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
    }
    rewind.setContentDisplay(words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    boolean wasNarrow = root.getPseudoClassStates().contains(NARROW);
    root.pseudoClassStateChanged(NARROW, !words);
    if (wasNarrow == words) {
      // What the style sheet says of a narrow bar counts in what is measured next.
      root.applyCss();
    }
    show(pin, !steps.contains(BarStep.PIN));
    show(appearanceMenu, !steps.contains(BarStep.APPEARANCE_MENU));
    show(helpMenu, !steps.contains(BarStep.APPEARANCE_MENU));
    show(passesEntry.line().getChildren().getFirst(), !steps.contains(BarStep.APPEARANCE_MENU));
    show(seedEntry.line().getChildren().getFirst(), !steps.contains(BarStep.SEED_LABEL));
    presets.setPrefWidth(
        steps.contains(BarStep.LONG_NAME) ? shortName() : Region.USE_COMPUTED_SIZE);
  }

  /// What is left for the name; all that it wants where shortening it would not make one line of
  /// the bar.
  private double shortName() {
    presets.setPrefWidth(Region.USE_COMPUTED_SIZE);
    double whole = presets.prefWidth(-1);
    double left = Math.floor(whole - (bar.prefWidth(-1) - bar.getWidth()));
    boolean isOfUse = left >= LEAST_NAME_EM * desk.appearance().fontSize();
    return isOfUse ? Math.min(left, whole) : whole;
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }

  private static void name(SegmentedControl<?> segments, String prefix) {
    for (Node segment : segments.getChildren()) {
      segment.setId(prefix + segment.getUserData().toString().toLowerCase(Locale.ROOT));
    }
  }

  private static Choice<Mode> choice(Mode mode, Text text) {
    return new Choice<>(
        mode,
        text.say("shell.mode." + mode.key() + ".text"),
        text.say("shell.mode." + mode.key() + ".hint"),
        mode.key());
  }

  /// PyTorch's names are not translated.
  private static Choice<GradMode> choice(GradMode mode, Text text) {
    String style = mode == GradMode.GRAD ? "grad" : "quiet";
    return new Choice<>(
        mode, mode.key(), text.say("shell.grad-mode." + mode.key() + ".hint"), style);
  }
}
