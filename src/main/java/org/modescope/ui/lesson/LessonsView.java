package org.modescope.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.modescope.lesson.Lesson;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Watch;

/// The list of lessons in columns, and the player in its place while a lesson is taken.
final class LessonsView {
  private static final double WHOLE = 100;

  private final LessonsViewModel model;
  private final PlayerViewModel player;
  private final Supplier<Parent> bench;
  private final Classroom classroom;
  private final Watch watch;
  private @Nullable Parent built;
  private @Nullable Pane place;

  @FXML private StackPane root;
  @FXML private ScrollPane list;
  @FXML private Label score;
  @FXML private MenuButton log;
  @FXML private GridPane groups;
  @FXML private HBox reading;
  @FXML private Text headline;
  @FXML private Text detail;

  /// @param bench builds the player
  LessonsView(LessonsViewModel model, PlayerViewModel player, Supplier<Parent> bench, Desk desk) {
    this.model = model;
    this.player = player;
    this.bench = bench;
    classroom = new Classroom(desk.text());
    watch = desk.watch();
  }

  @FXML
  private void initialize() {
    model.faceProperty().subscribe(this::show);
    player.faceProperty().map(Optional::isPresent).subscribe(this::turn);
    // Which page stands beside this one's place says what there is to hide and to lock.
    root.parentProperty().subscribe(this::follow);
    player.faceProperty().map(face -> face.map(PlayerFace::lesson)).subscribe(_ -> keep());
  }

  /// From the list to the player, or back.
  private void turn(boolean isPlaying) {
    if (isPlaying) {
      Parent page = built == null ? bench.get() : built;
      built = page;
      root.getChildren().setAll(page);
    } else if (built != null) {
      root.getChildren().setAll(list);
      focusNext();
    }
  }

  private void follow(@Nullable Parent parent) {
    if (parent instanceof Pane pane && !pane.equals(place)) {
      place = pane;
      // The place lives longer than this page.
      watch.keep(pane.getChildren().subscribe(this::keep));
      watch.keep(pane.sceneProperty().subscribe(_ -> keep()));
    }
  }

  /// Keeps the window as the lesson in hand says, or gives everything back.
  private void keep() {
    Optional<Lesson> lesson = player.faceProperty().get().map(PlayerFace::lesson);
    @Nullable Scene scene = place == null ? null : place.getScene();
    if (lesson.isPresent() && scene != null) {
      classroom.keep(lesson.get(), scene);
    } else {
      classroom.letGo();
    }
  }

  private void focusNext() {
    @Nullable Node next = list.lookup("#lesson-start");
    if (next != null) {
      next.requestFocus();
    }
  }

  private void show(LessonsFace face) {
    score.setText(face.reading().score());
    log.setVisible(face.hasLog());
    log.setManaged(face.hasLog());
    headline.setText(face.reading().headline() + " ");
    detail.setText(face.reading().detail());
    reading.setAccessibleText(face.reading().headline() + " " + face.reading().detail());
    groups.getChildren().clear();
    groups.getColumnConstraints().clear();
    List<LessonsFace.Group> columns = face.groups();
    for (int i = 0; i < columns.size(); i++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(WHOLE / columns.size());
      groups.getColumnConstraints().add(width);
      groups.add(column(columns.get(i)), i, 0);
    }
  }

  private VBox column(LessonsFace.Group group) {
    Label name = new Label(group.name());
    name.getStyleClass().addAll("lesson-group-name", "lesson-words");
    name.setWrapText(true);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label count = new Label(model.done(group));
    count.getStyleClass().add("sentence");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(name, gap, count);
    head.getStyleClass().add("lesson-group-head");
    VBox column = new VBox(head);
    column.getStyleClass().add("lesson-group");
    group.cards().forEach(card -> column.getChildren().add(new LessonCard(card, model)));
    return column;
  }

  @FXML
  private void open() {
    model.open();
  }

  @FXML
  private void exportPage() {
    model.exportPage();
  }

  @FXML
  private void exportTable() {
    model.exportTable();
  }

  @FXML
  private void forget() {
    model.askToForget();
  }
}
