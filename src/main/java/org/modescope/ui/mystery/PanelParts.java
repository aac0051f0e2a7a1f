package org.modescope.ui.mystery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.autograd.GradMode;
import org.modescope.mystery.MysteryNet;
import org.modescope.mystery.Puzzle;
import org.modescope.mystery.Verdict;
import org.modescope.nn.Mode;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.words.Text;

/// What the panel is made of.
///
/// @param model what it shows and changes
/// @param text the language
record PanelParts(MysteryViewModel model, Text text) {
  private static final int NEWEST = 12;

  /// The parameters of a whole net.
  static long total(MysteryNet net) {
    return Puzzle.of(net).parameters();
  }

  /// The cards on which layers are guessed, and the switches.
  List<Node> cards() {
    List<Node> nodes = new ArrayList<>();
    MysteryNet net = model.net();
    var sizes = Puzzle.of(net).layers();
    for (int place = 0; place < net.slots().size(); place++) {
      nodes.add(new GuessCard(place, sizes.get(place), model, text));
      boolean isLast = place == net.slots().size() - 1;
      nodes.add(shape(net.slots().get(place).out(), isLast));
    }
    nodes.add(modes());
    nodes.add(gradModes());
    return nodes;
  }

  private Node shape(int features, boolean isLast) {
    Label label =
        new Label(
            text.say(
                isLast ? "mystery.shape.answer" : "mystery.shape",
                "rows",
                MysteryNet.ROWS,
                "features",
                features));
    label.getStyleClass().add("mystery-shape");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private Node modes() {
    SegmentedControl<Mode> control = new SegmentedControl<>();
    control.setId("guess-mode");
    control.offer(
        Arrays.stream(Mode.values())
            .map(
                mode ->
                    new Choice<>(
                        mode,
                        text.say("shell.mode." + mode.key() + ".text"),
                        text.say("mystery.guess.mode." + mode.key()),
                        "plain"))
            .toList());
    control.valueProperty().set(model.guess().mode().orElse(null));
    control
        .valueProperty()
        .subscribe(
            mode -> {
              if (mode != null) {
                model.guess(model.guess().with(mode));
              }
            });
    return row("mystery.mode", control);
  }

  private Node gradModes() {
    SegmentedControl<GradMode> control = new SegmentedControl<>();
    control.setId("guess-grad");
    control.offer(
        model.net().level().gradModes().stream()
            .map(
                mode ->
                    new Choice<>(
                        mode, mode.key(), text.say("mystery.guess.grad." + mode.key()), "plain"))
            .toList());
    control.valueProperty().set(model.guess().gradMode().orElse(null));
    control
        .valueProperty()
        .subscribe(
            mode -> {
              if (mode != null) {
                model.guess(model.guess().with(mode));
              }
            });
    return row("mystery.grad", control);
  }

  private Node row(String key, Region control) {
    Label name = new Label(text.say(key));
    name.getStyleClass().add("mystery-switch");
    control.setAccessibleText(text.say(key));
    control.setMinWidth(Region.USE_PREF_SIZE);
    FlowRow row = new FlowRow(name, control);
    row.getStyleClass().add("mystery-switch-row");
    return row;
  }

  /// How many guesses count, and each guess beside the truth.
  List<Node> marks() {
    Verdict verdict = model.progress().verdict().orElseThrow();
    List<Node> nodes = new ArrayList<>();
    Label score =
        new Label(
            text.say("mystery.score", "right", verdict.right(), "all", verdict.marks().size()));
    score.setId("mystery-score");
    score.getStyleClass().add("mystery-score");
    score.setMinWidth(Region.USE_PREF_SIZE);
    Label note =
        MysteryView.wrapping(
            text.say("mystery.score.note", "check", model.progress().checks()), "sentence");
    HBox.setHgrow(note, Priority.ALWAYS);
    HBox head = new HBox(score, note);
    head.getStyleClass().add("mystery-row");
    nodes.add(head);
    verdict.marks().forEach(mark -> nodes.add(new MarkRow(mark, verdict, model.net(), text)));
    nodes.add(code());
    return nodes;
  }

  /// The two lines that set the switches.
  private Node code() {
    VBox box = new VBox();
    box.getStyleClass().add("mystery-code");
    for (String line : lines(model.net())) {
      Label code = new Label(line);
      code.getStyleClass().addAll("mystery-line", "code-line");
      box.getChildren().add(code);
    }
    return box;
  }

  private static List<String> lines(MysteryNet net) {
    String mode = "net." + net.truth().mode().key() + "()";
    return switch (net.truth().gradMode()) {
      case GRAD -> List.of(mode, "y = net(x)");
      case NO_GRAD, INFERENCE_MODE ->
          List.of(mode, "with torch." + net.truth().gradMode().key() + "():", "    y = net(x)");
    };
  }

  /// What was tried, the newest last.
  Node tried() {
    GridPane table = new GridPane();
    table.getStyleClass().add("mystery-tried");
    List<TriedLine> lines = model.tried();
    List<TriedLine> shown = lines.subList(Math.max(0, lines.size() - NEWEST), lines.size());
    for (int i = 0; i < shown.size(); i++) {
      TriedLine line = shown.get(i);
      table.addRow(
          i,
          MysteryView.wrapping(line.what()),
          MysteryView.wrapping(line.passes()),
          MysteryView.wrapping(line.result()));
    }
    table.getColumnConstraints().setAll(column(41), column(12), column(47));
    Label caption = new Label(text.say("mystery.tried"));
    caption.getStyleClass().add("mystery-caption");
    VBox box = new VBox(caption, table);
    if (shown.isEmpty()) {
      box.getChildren().add(MysteryView.wrapping(text.say("mystery.tried.none"), "sentence"));
    }
    box.setId("mystery-tried");
    box.getStyleClass().add("mystery-tried-box");
    return box;
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  /// The one filled button, and how many checks are left.
  List<Node> foot() {
    return model.progress().isTold() ? afterwards() : guessing();
  }

  private List<Node> guessing() {
    int open = model.guess().open();
    Button check =
        MysteryView.button("mystery-check", text.say("mystery.check"), "check", model::check);
    check.getStyleClass().add("primary");
    check.setDisable(open > 0);
    Label note = MysteryView.wrapping(note(open), "sentence", "mystery-note");
    note.setId("mystery-note");
    List<Node> nodes = new ArrayList<>(List.of(check, pips(), note));
    if (model.progress().checks() > 0) {
      nodes.add(
          MysteryView.button("mystery-tell", text.say("mystery.tell"), "eye", model::tellAnswer));
    }
    return nodes;
  }

  private String note(int open) {
    Progress progress = model.progress();
    if (open > 0) {
      return text.say("mystery.check.open", "open", open);
    }
    if (progress.right().isPresent()) {
      return text.say(
          "mystery.check.again",
          "right",
          progress.right().getAsInt(),
          "all",
          model.net().truth().items().size(),
          "left",
          progress.left());
    }
    return text.say("mystery.check.note", "check", 1, "checks", Progress.CHECKS);
  }

  private Node pips() {
    HBox pips = new HBox();
    pips.getStyleClass().add("mystery-pips");
    for (int i = 0; i < Progress.CHECKS; i++) {
      Region pip = new Region();
      pip.getStyleClass().add(i < model.progress().checks() ? "pip-used" : "pip-left");
      pips.getChildren().add(pip);
    }
    pips.setAccessibleText(text.say("mystery.pips", "left", model.progress().left()));
    return pips;
  }

  private List<Node> afterwards() {
    Button next =
        MysteryView.button("mystery-next", text.say("mystery.another"), "dice", model::another);
    next.getStyleClass().add("primary");
    return List.of(
        next,
        MysteryView.button("mystery-bench", text.say("mystery.bench"), "unfold", model::toBench));
  }
}
