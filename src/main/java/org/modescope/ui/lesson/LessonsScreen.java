package org.modescope.ui.lesson;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import org.modescope.measure.Comparison;
import org.modescope.measure.TrainingCourse;
import org.modescope.run.Lane;
import org.modescope.ui.bench.ReadingViewModel;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.fxml.Controllers;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ChartLook;
import org.modescope.ui.instrument.EnlargedViewModel;
import org.modescope.ui.instrument.InstrumentsView;
import org.modescope.ui.instrument.MemoryViewModel;
import org.modescope.ui.instrument.StatisticsViewModel;
import org.modescope.ui.instrument.VarianceViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.task.PulseReader;
import org.modescope.ui.theme.Stylist;
import org.modescope.ui.training.CourseCards;

/// The screen of the lessons: their list, and the player beside the bench's instruments.
public final class LessonsScreen implements Screen {
  /// Its name.
  public static final String KEY = "lessons";

  private final Desk desk;
  private final ChartExport exports;
  private final Learning learning;
  private final PlayerViewModel player;
  private final LessonsViewModel list;
  private final PulseReader<Comparison> reader;
  private final PulseReader<TrainingCourse> courses;
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

  /// @param desk this screen's own
  /// @param exports takes charts out of the window
  /// @param document what the experiment on the bench is kept as
  /// @param kept where predictions are kept; empty to keep nothing
  public LessonsScreen(
      Desk desk, ChartExport exports, DocumentViewModel document, Optional<Path> kept) {
    this.desk = desk;
    this.exports = exports;
    learning = new Learning(desk, kept);
    player = new PlayerViewModel(desk, document, learning, Clock.systemUTC());
    list = new LessonsViewModel(desk, learning, player);
    reader =
        new PulseReader<>(
            desk.workbench().runner().mailbox(Lane.LESSON)::take,
            player.asked()::receive,
            player.asked().awaitingCellsProperty());
    courses =
        new PulseReader<>(
            desk.workbench().runner().mailbox(Lane.LESSON_TRAINING)::take,
            player.asked()::receive,
            player.asked().awaitingCourseProperty());
    player.faceProperty().subscribe(this::tellStatus);
    list.faceProperty().subscribe(this::tellStatus);
  }

  @Override
  public ScreenId id() {
    return ScreenId.LESSONS;
  }

  @Override
  public Parent open() {
    Controllers controllers =
        new Controllers()
            .with(LessonsView.class, () -> new LessonsView(list, player, this::bench, desk));
    Parent page = FxmlFile.of(LessonsView.class).load(desk.text(), controllers);
    Stylist.dress(page, KEY);
    learning.load();
    return page;
  }

  /// The player with instruments of its own, built when the first lesson is taken.
  private Parent bench() {
    var variance = new VarianceViewModel(desk.workbench(), desk.watch(), desk.text());
    var statistics = new StatisticsViewModel(desk.workbench(), desk.watch(), desk.text());
    var memory = new MemoryViewModel(desk.workbench(), desk.watch(), desk.text());
    EnlargedViewModel enlarged = new EnlargedViewModel();
    Controllers controllers =
        new Controllers()
            .with(
                PlayerView.class,
                () ->
                    new PlayerView(
                        player, new ReadingViewModel(desk), new CourseCards(desk, exports), desk))
            .with(
                InstrumentsView.class,
                () ->
                    new InstrumentsView(
                        variance,
                        statistics,
                        memory,
                        exports,
                        desk.appearance(),
                        ChartLook.DESK,
                        enlarged,
                        desk.watch(),
                        desk.text()));
    return FxmlFile.of(PlayerView.class).load(desk.text(), controllers);
  }

  private void tellStatus() {
    status.set(
        player
            .faceProperty()
            .get()
            .map(
                face ->
                    desk.text().say("lesson.status." + face.step().name().toLowerCase(Locale.ROOT)))
            .orElse(list.faceProperty().get().reading().done()));
  }

  @Override
  public void shown(boolean isShown) {
    desk.watch().setShown(isShown);
    player.shown(isShown);
  }

  @Override
  public Optional<StatusLine> status() {
    return Optional.of(new StatusLine(statusProperty(), desk.text().say("lesson.status.kept")));
  }

  private ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  @Override
  public void takeOver(Screen before) {
    if (before instanceof LessonsScreen same) {
      player.takeOver(same.player);
    }
  }

  @Override
  public void close() {
    player.leave();
    reader.stop();
    courses.stop();
    desk.watch().close();
  }
}
