package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Answer.Choice;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Part;
import org.modescope.lesson.Prediction;
import org.modescope.lesson.Spot;
import org.modescope.lesson.check.Scores;
import org.modescope.lesson.condition.Measures;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Icon;
import org.modescope.ui.lesson.PlayerFace.Step;
import org.modescope.words.Text;

/// What the player's panel is made of, step by step.
final class PlayerParts {
  private static final int WHY_ROWS = 2;
  private static final double HALF = 50;

  private final PlayerViewModel model;
  private final Text text;
  private final ProseBox prose;

  PlayerParts(PlayerViewModel model, Text text) {
    this.model = model;
    this.text = text;
    prose = new ProseBox(text);
  }

  /// Predict, Look, Explain, with the one in hand marked.
  List<Node> steps(Step now) {
    List<Node> nodes = new ArrayList<>();
    for (Step step : Step.values()) {
      if (!nodes.isEmpty()) {
        Region line = new Region();
        line.getStyleClass().add("lesson-step-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        nodes.add(line);
      }
      Region dot = new Region();
      dot.getStyleClass()
          .add(
              step == now
                  ? "lesson-dot-now"
                  : step.compareTo(now) < 0 ? "lesson-dot-done" : "lesson-dot");
      Label name =
          new Label(text.say("lesson.player." + step.name().toLowerCase(Locale.ROOT)), dot);
      name.getStyleClass().add(step == now ? "lesson-step-now" : "lesson-step");
      name.setMinWidth(Region.USE_PREF_SIZE);
      nodes.add(name);
    }
    return nodes;
  }

  /// The question and where it is answered.
  List<Node> question(PlayerFace face) {
    Part.Question question = face.stage().question().orElseThrow();
    List<Node> nodes = new ArrayList<>(prose.of(face.before(), Measures.NONE));
    Label ask = wrapping(question.ask(), "lesson-ask");
    nodes.add(ask);
    if (!question.points().isEmpty()) {
      nodes.add(points(question.points()));
    }
    nodes.add(AnswerInput.of(question.answer(), model.predictionProperty(), text));
    Label caption = new Label(text.say("lesson.player.why"));
    caption.getStyleClass().add("sentence");
    caption.setWrapText(true);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    TextArea why = new TextArea();
    why.setId("lesson-why");
    why.getStyleClass().add("lesson-why");
    why.setWrapText(true);
    why.setPrefRowCount(WHY_ROWS);
    why.setAccessibleText(text.say("lesson.player.why"));
    why.textProperty().subscribe(model.whyProperty()::set);
    caption.setLabelFor(why);
    nodes.addAll(List.of(caption, why));
    String kept = kept(face.lesson());
    if (!kept.isEmpty()) {
      Label note = plain(kept);
      note.setId("lesson-kept");
      note.getStyleClass().add("sentence");
      nodes.add(note);
    }
    return nodes;
  }

  /// What the lesson locks and hides; empty where it does neither.
  private String kept(Lesson lesson) {
    return text.paragraph(
        kept("lesson.player.locked", lesson.locked()),
        kept("lesson.player.hidden", lesson.hidden()));
  }

  private String kept(String key, Set<Spot> spots) {
    List<String> parts =
        spots.stream().sorted().map(spot -> text.say("lesson.spot." + spot.key())).toList();
    return parts.isEmpty() ? "" : text.say(key, "parts", text.list(parts));
  }

  /// Which number stands at what.
  private FlowRow points(List<Spot> spots) {
    FlowRow row = new FlowRow();
    row.getStyleClass().add("lesson-points");
    for (int i = 0; i < spots.size(); i++) {
      Label badge = new Label(Integer.toString(i + 1));
      badge.getStyleClass().add("lesson-badge");
      Label name = new Label(text.say("lesson.spot." + spots.get(i).key()), badge);
      name.getStyleClass().add("sentence");
      name.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(name);
    }
    return row;
  }

  /// What to look at once the net has run.
  List<Node> look(PlayerFace face) {
    if (!face.trouble().isEmpty()) {
      return List.of(wrapping(face.trouble(), "prose"));
    }
    if (face.verdict().isEmpty()) {
      return List.of(plain(text.say("lesson.player.runs")));
    }
    List<Node> nodes = new ArrayList<>();
    Part.Question question = face.stage().question().orElseThrow();
    nodes.add(wrapping(question.ask(), "lesson-ask"));
    nodes.add(box("lesson.player.predicted", "lesson-predicted", face.verdict().get().said()));
    nodes.add(plain(lookAt(question.points())));
    return nodes;
  }

  private String lookAt(List<Spot> points) {
    List<String> charts =
        points.stream()
            .filter(Spot.CHARTS::contains)
            .map(spot -> text.say("lesson.spot." + spot.key()))
            .toList();
    return charts.isEmpty()
        ? text.say("lesson.player.look.anywhere")
        : text.say("lesson.player.look.at", "charts", text.list(charts));
  }

  /// Prediction beside measurement, and what it means.
  List<Node> explanation(PlayerFace face) {
    Verdict verdict = face.verdict().orElseThrow();
    List<Node> nodes = new ArrayList<>();
    if (verdict.prediction().isPresent()) {
      nodes.add(pair(face, verdict));
    }
    nodes.addAll(prose.of(face.stage().parts(), verdict.measures()));
    if (!verdict.why().isEmpty()) {
      Label why = wrapping(text.say("lesson.player.wrote", "why", verdict.why()), "sentence");
      why.setId("lesson-wrote");
      nodes.add(why);
    }
    return nodes;
  }

  private Node pair(PlayerFace face, Verdict verdict) {
    VBox predicted = box("lesson.player.predicted", "lesson-predicted", verdict.said());
    VBox measured = box("lesson.player.measured", "lesson-measured", verdict.told());
    Optional<Answer> answer = face.stage().question().map(Part.Question::answer);
    if (answer.isPresent() && answer.get() instanceof Answer.Choices(List<Choice> choices)) {
      int right = Scores.rightChoice(choices, verdict.measures());
      measured.getChildren().add(wrapping(choices.get(right).because(), "choice-because"));
      if (verdict.prediction().get() instanceof Prediction.Chosen(int chosen)) {
        predicted.getChildren().add(wrapping(choices.get(chosen).because(), "choice-because"));
      }
    }
    if (answer.isPresent() && answer.get() instanceof Answer.Spread) {
      sketch(predicted, verdict.prediction().orElseThrow());
      sketch(measured, new Prediction.Sketched(Scores.spread(verdict.measured())));
    }
    measured.getStyleClass().add(face.stage().experiment().mode().key() + "-measured");
    GridPane pair = new GridPane();
    pair.addRow(0, predicted, measured);
    pair.getColumnConstraints().setAll(half(), half());
    pair.getStyleClass().add("lesson-pair");
    Label outcome =
        wrapping(
            text.say(verdict.isRight() ? "lesson.player.right" : "lesson.player.missed"),
            verdict.isRight() ? "lesson-right" : "lesson-missed");
    outcome.setId("lesson-outcome");
    outcome.setGraphic(new Icon(verdict.isRight() ? "check" : "close"));
    return new VBox(pair, outcome);
  }

  /// Columns of dots say more than their counts.
  private static void sketch(VBox box, Prediction prediction) {
    if (prediction instanceof Prediction.Sketched(List<Integer> bins)) {
      DotColumns columns = new DotColumns();
      columns.getStyleClass().add("sketch-small");
      columns.show(bins, -1);
      box.getChildren().set(1, columns);
    }
  }

  private VBox box(String key, String style, String words) {
    Label caption = new Label(text.say(key));
    caption.getStyleClass().add("sentence");
    Label figure = wrapping(words, "lesson-figure");
    VBox box = new VBox(caption, figure);
    box.getStyleClass().add(style);
    return box;
  }

  private static ColumnConstraints half() {
    ColumnConstraints width = new ColumnConstraints();
    width.setPercentWidth(HALF);
    return width;
  }

  /// The one filled button of the step, and what else can be done.
  List<Node> foot(PlayerFace face) {
    return switch (face.step()) {
      case PREDICT -> asking();
      case LOOK -> looking(face);
      case EXPLAIN -> explained(face);
    };
  }

  private List<Node> asking() {
    Button lock = primary("lesson.player.lock-in", "lock", model::lockIn);
    lock.disableProperty().bind(model.predictionProperty().map(Optional::isEmpty));
    Label note = plain(text.say("lesson.player.lock-in.note"));
    note.getStyleClass().setAll("label", "sentence");
    return List.of(lock, note);
  }

  private List<Node> looking(PlayerFace face) {
    if (!face.trouble().isEmpty()) {
      return List.of(primary("lesson.player.again", "rewind", model::again));
    }
    if (face.verdict().isEmpty()) {
      return List.of();
    }
    return List.of(primary("lesson.player.go.explain", "unfold", model::explain), setUpAgain());
  }

  private List<Node> explained(PlayerFace face) {
    List<Node> nodes = new ArrayList<>();
    String key = face.isLast() ? "lesson.player.finish" : "lesson.player.next";
    nodes.add(primary(key, face.isLast() ? "check" : "unfold", model::next));
    nodes.add(setUpAgain());
    return nodes;
  }

  private Button setUpAgain() {
    Button again = new Button(text.say("lesson.player.set-up"), new Icon("rewind"));
    again.setId("lesson-set-up");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setOnAction(_ -> model.setUpAgain());
    return again;
  }

  private Button primary(String key, String icon, Runnable action) {
    Button button = new Button(text.say(key), new Icon(icon));
    button.setId("lesson-go");
    button.getStyleClass().add("primary");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Label wrapping(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().addAll(style, "lesson-words");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /// A sentence of the program's own.
  private static Label plain(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
