package org.modescope.ui.training;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.modescope.experiment.Experiment;
import org.modescope.measure.TrainingCourse;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.training.CurvesChart;
import org.modescope.ui.chart.training.HeldChart;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ChartLook;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.instrument.InstrumentCard;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.training.TrainingFace.Panel;
import org.modescope.ui.training.TrainingFace.Place;

/// Some charts of one training, one below the other, for whoever shows a training outside its own
/// screen.
public final class CourseCards extends VBox {
  private final Desk desk;
  private final TrainingFaces faces;
  private final Map<Kind, InstrumentCard> cards = new EnumMap<>(Kind.class);
  private final Map<Kind, InstrumentText> words = new EnumMap<>(Kind.class);
  private final CurvesChart loss;
  private final CurvesChart drift;
  private final HeldChart held;
  private final ReadOnlyObjectWrapper<Optional<Told>> told =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// A chart that can be shown.
  public enum Kind {
    LOSS("lesson-loss", "training.loss.title"),
    DRIFT("lesson-drift", "training.drift.title"),
    HELD("lesson-held", "training.held.title");

    private final String id;
    private final String title;

    Kind(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /// The name of its card in the window.
    public String id() {
      return id;
    }
  }

  /// What is said of the training below its charts.
  public record Told(String headline, String detail, String error) {}

  /// @param exports takes numbers and pictures out of the window
  public CourseCards(Desk desk, ChartExport exports) {
    this.desk = desk;
    faces = new TrainingFaces(desk.text());
    loss = new CurvesChart(desk.text());
    drift = new CurvesChart(desk.text());
    held = new HeldChart(desk.text());
    getStyleClass().addAll("course-cards", "region");
    for (Kind kind : Kind.values()) {
      InstrumentCard card = new InstrumentCard();
      card.setId(kind.id());
      card.setTitle(desk.text().say(kind.title));
      card.speak(desk.text());
      card.showProvenance("");
      Chart chart = chart(kind);
      card.setChart(chart, chart::table);
      card.offerExport(
          () ->
              ExportMenu.of(card.getTitle(), () -> chart, () -> words(kind), exports, desk.text()));
      VBox.setVgrow(card, Priority.ALWAYS);
      cards.put(kind, card);
    }
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> dress());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> dress());
  }

  private Chart chart(Kind kind) {
    return switch (kind) {
      case LOSS -> loss;
      case DRIFT -> drift;
      case HELD -> held;
    };
  }

  private InstrumentCard card(Kind kind) {
    return Objects.requireNonNull(cards.get(kind));
  }

  private void dress() {
    for (Chart chart : List.of(loss, drift, held)) {
      chart.setPalette(ChartLook.DESK.palette(desk.appearance()));
      chart.setTextScale(ChartLook.DESK.textScale(desk.appearance()));
    }
  }

  /// What is said of what is shown; empty while there is nothing.
  public ReadOnlyObjectProperty<Optional<Told>> toldProperty() {
    return told.getReadOnlyProperty();
  }

  /// Shows these charts and no others.
  public void choose(Collection<Kind> kinds) {
    getChildren().setAll(Stream.of(Kind.values()).filter(kinds::contains).map(this::card).toList());
  }

  /// Shows a training as far as it has come.
  ///
  /// @param course empty for one that has not begun
  public void show(Optional<TrainingCourse> course, Experiment experiment) {
    TrainingFace face =
        course
            .map(seen -> faces.of(new Seen(seen, Optional.empty()), experiment, false))
            .orElseGet(() -> faces.before(experiment));
    curves(loss, face.panel(Place.LOSS));
    curves(drift, face.panel(Place.DRIFT));
    held.setPlaceholder(face.held().words().emptyReason());
    held.show(face.held().face());
    say(Kind.LOSS, face.panel(Place.LOSS).words());
    say(Kind.DRIFT, face.panel(Place.DRIFT).words());
    say(Kind.HELD, face.held().words());
    course
        .filter(seen -> !seen.isRunning())
        .ifPresent(_ -> cards.values().forEach(InstrumentCard::numbersChanged));
    TrainingReading reading = face.reading();
    told.set(course.map(_ -> new Told(reading.headline(), reading.detail(), reading.error())));
  }

  private static void curves(CurvesChart chart, Panel panel) {
    chart.setPlaceholder(panel.words().emptyReason());
    chart.show(panel.curves());
  }

  private void say(Kind kind, InstrumentText said) {
    words.put(kind, said);
    card(kind).show(said);
  }

  private InstrumentText words(Kind kind) {
    return Objects.requireNonNull(words.get(kind));
  }
}
