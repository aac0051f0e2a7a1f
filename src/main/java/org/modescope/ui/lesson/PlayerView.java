package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.modescope.lesson.Part;
import org.modescope.lesson.check.StageRun;
import org.modescope.ui.bench.ReadingFace;
import org.modescope.ui.bench.ReadingViewModel;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.lesson.PlayerFace.Step;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.training.CourseCards;
import org.modescope.words.Reading.Tone;

/// The player: the lesson in a panel, beside it the bench's instruments.
final class PlayerView {
  private static final String GO = "lesson-go";

  private final PlayerViewModel model;
  private final ReadingViewModel readings;
  private final Desk desk;
  private final org.modescope.words.Text text;
  private final PlayerParts parts;
  private final CourseCards course;
  private final Rings rings = new Rings();
  private @Nullable Veils veils;

  @FXML private BorderPane root;
  @FXML private VBox panel;
  @FXML private Label count;
  @FXML private Label title;
  @FXML private HBox steps;
  @FXML private ScrollPane scroll;
  @FXML private VBox body;
  @FXML private FlowRow foot;
  @FXML private ScrollPane page;
  @FXML private StackPane stage;
  @FXML private VBox work;
  @FXML private HBox reading;
  @FXML private Label error;
  @FXML private Text headline;
  @FXML private Text detail;

  /// @param course shows the trainings that lessons ask for
  PlayerView(PlayerViewModel model, ReadingViewModel readings, CourseCards course, Desk desk) {
    this.model = model;
    this.readings = readings;
    this.course = course;
    this.desk = desk;
    text = desk.text();
    parts = new PlayerParts(model, text);
  }

  @FXML
  private void initialize() {
    Pane instruments = (Pane) stage.lookup(".region");
    work.getChildren().addFirst(course);
    VBox.setVgrow(course, Priority.ALWAYS);
    course.managedProperty().bind(course.visibleProperty());
    instruments.managedProperty().bind(instruments.visibleProperty());
    instruments.visibleProperty().bind(course.visibleProperty().not());
    veils = new Veils(List.of(instruments, course), text.say("lesson.player.veil"));
    model.asked().courseProperty().subscribe(_ -> showCourse());
    course.toldProperty().subscribe(_ -> read());
    model.faceProperty().subscribe(face -> face.ifPresent(this::show));
    desk.watch().follow(readings.faceProperty(), _ -> read());
    PlayerRoom room = new PlayerRoom(root, panel, page, stage);
    var width = root.sceneProperty().flatMap(Scene::widthProperty);
    desk.watch().follow(width, _ -> fit(room));
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> fit(room));
    // Rings lie in the window's frame: they go with the page and come back with it.
    root.sceneProperty().subscribe(this::point);
    // What a scroll pane holds comes into the scene with the first pulse.
    body.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                model.faceProperty().get().ifPresent(this::focus);
              }
            });
    panel.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  private void fit(PlayerRoom room) {
    Scene scene = root.getScene();
    if (scene != null && scene.getWidth() > 0) {
      room.fit(scene.getWidth() / desk.appearance().fontSize());
    }
  }

  @FXML
  private void leave() {
    model.leave();
  }

  /// Enter means the filled button wherever the learner is in the panel, except where it has a
  /// meaning of its own.
  private void press(KeyEvent press) {
    boolean isOwn =
        press.getTarget() instanceof TextArea
            || press.getTarget() instanceof ButtonBase
                && !(press.getTarget() instanceof RadioButton);
    if (press.getCode() == KeyCode.ENTER
        && (!isOwn || press.getTarget() instanceof Button pressed && isGo(pressed))
        && panel.lookup("#" + GO) instanceof Button go
        && !go.isDisabled()) {
      press.consume();
      go.fire();
    }
  }

  private static boolean isGo(Button button) {
    return GO.equals(button.getId());
  }

  private void show(PlayerFace face) {
    count.setText(
        text.say(
            "lesson.player.count",
            "question",
            face.question(),
            "questions",
            face.lesson().questions().size()));
    // A lesson of one's own has no number.
    title.setText((face.number() > 0 ? face.number() + "  " : "") + face.lesson().title());
    steps.getChildren().setAll(parts.steps(face.step()));
    body.getChildren().setAll(body(face));
    foot.getChildren().setAll(parts.foot(face));
    scroll.setVvalue(0);
    course.setVisible(StageRun.asksForTraining(face.stage()));
    course.choose(CourseKinds.of(face.stage()));
    showCourse();
    point(root.getScene());
    if (veils != null) {
      veils.cover(
          face.step() == Step.PREDICT
              ? face.stage().question().map(Part.Question::veils).orElse(List.of())
              : List.of());
    }
    read();
    focus(face);
  }

  private void showCourse() {
    model
        .faceProperty()
        .get()
        .ifPresent(
            face ->
                course.show(
                    face.step() == Step.PREDICT
                        ? Optional.empty()
                        : model.asked().courseProperty().get(),
                    face.stage().experiment()));
  }

  private List<Node> body(PlayerFace face) {
    List<Node> nodes = new ArrayList<>();
    switch (face.step()) {
      case PREDICT -> nodes.addAll(parts.question(face));
      case LOOK -> nodes.addAll(parts.look(face));
      case EXPLAIN -> nodes.addAll(parts.explanation(face));
    }
    return nodes;
  }

  /// Keys go on where the learner reads on.
  private void focus(PlayerFace face) {
    @Nullable Node target =
        switch (face.step()) {
          case PREDICT -> firstInput();
          case LOOK, EXPLAIN -> panel.lookup("#" + GO);
        };
    if (target != null && target.getScene() != null) {
      target.requestFocus();
    }
  }

  private @Nullable Node firstInput() {
    for (String id : List.of("#choice-0", "#lesson-number", "#cell-train-grad", "#lesson-sketch")) {
      @Nullable Node found = body.lookup(id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void point(@Nullable Scene scene) {
    Optional<PlayerFace> face = model.faceProperty().get();
    if (scene == null || face.isEmpty() || face.get().step() != Step.PREDICT) {
      rings.clear();
      return;
    }
    rings.point(
        face.get().stage().question().map(Part.Question::points).orElse(List.of()), stage, scene);
  }

  /// While a prediction is awaited the reading says that, and not what the run before has shown.
  private void read() {
    boolean isAsking =
        model.faceProperty().get().filter(face -> face.step() == Step.PREDICT).isPresent();
    boolean isTraining = course.isVisible();
    ReadingFace face = readings.faceProperty().get();
    CourseCards.Told trained = course.toldProperty().get().orElse(new CourseCards.Told("", "", ""));
    Tone tone = isAsking || isTraining ? Tone.NEUTRAL : face.tone();
    reading
        .getStyleClass()
        .setAll("reading", "region", "reading-" + tone.name().toLowerCase(Locale.ROOT));
    if (isAsking) {
      say(text.say("lesson.player.waits"), text.say("lesson.player.waits.detail"), "");
    } else if (isTraining) {
      say(trained.headline(), trained.detail(), trained.error());
    } else {
      say(face.headline(), face.detail(), face.error());
    }
  }

  private void say(String head, String told, String failure) {
    headline.setText(head + " ");
    detail.setText(told);
    error.setText(failure);
    error.setVisible(!error.getText().isEmpty());
    error.setManaged(error.isVisible());
    reading.setAccessibleText(headline.getText() + detail.getText());
  }
}
