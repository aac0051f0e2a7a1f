package org.modescope.ui.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.StateLayout;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Progress;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.training.GradientWords.Measured;
import org.modescope.ui.training.TrainingFace.Panel;
import org.modescope.ui.training.TrainingFace.Place;
import org.modescope.words.Text;

/// Puts into words and numbers what was measured of a training.
final class TrainingFaces {
  private final Text text;
  private final LossWords loss;
  private final AccuracyWords accuracy;
  private final DriftWords drift;
  private final GradientWords gradients;
  private final HeldWords held;
  private final BackwardWords backward;
  private final StepWords memory;
  private final ReadingWords reading;

  TrainingFaces(Text text) {
    this.text = text;
    loss = new LossWords(text);
    accuracy = new AccuracyWords(text);
    drift = new DriftWords(text);
    gradients = new GradientWords(text);
    held = new HeldWords(text);
    backward = new BackwardWords(text);
    memory = new StepWords(text);
    reading = new ReadingWords(text);
  }

  /// Before anything was trained.
  TrainingFace before(Experiment experiment) {
    String why =
        experiment.training().isPresent() ? "training.empty.untrained" : "training.empty.none";
    return empty(experiment, text.say(why), reading.before(experiment), false);
  }

  /// Where no batch is left to learn from.
  TrainingFace emptied(Experiment experiment) {
    return empty(
        experiment, text.say("training.empty.untrained"), reading.emptied(experiment), false);
  }

  /// Before the first step.
  TrainingFace running(Experiment experiment) {
    return empty(experiment, text.say("training.coming"), reading.running(experiment), true);
  }

  private TrainingFace empty(
      Experiment experiment, String why, TrainingReading told, boolean isRunning) {
    InstrumentText words = new InstrumentText("", HeadlineTone.QUIET, "", "", why);
    Map<Place, Panel> panels = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      panels.put(place, new Panel(Optional.empty(), words));
    }
    return new TrainingFace(
        context(experiment),
        "",
        isRunning ? text.say("training.progress.begins") : "",
        0,
        isRunning,
        false,
        panels,
        held.empty(why),
        backward.empty(why),
        memory.empty(why),
        told);
  }

  /// @param inHand the experiment in hand
  /// @param isStale whether it trains something else than what is shown
  TrainingFace of(Seen seen, Experiment inHand, boolean isStale) {
    TrainingCourse course = seen.course();
    Map<Place, Panel> panels = new EnumMap<>(Place.class);
    panels.put(Place.LOSS, loss.panel(seen));
    panels.put(Place.ACCURACY, accuracy.panel(seen));
    panels.put(Place.DRIFT, drift.panel(seen));
    panels.put(Place.GRADIENTS, gradients.panel(seen, Measured.GRADIENT));
    panels.put(Place.UPDATES, gradients.panel(seen, Measured.UPDATE));
    panels.put(Place.DIRECTION, gradients.panel(seen, Measured.DIRECTION));
    return new TrainingFace(
        context(inHand),
        isStale ? text.say("training.stale") : "",
        progress(course),
        course.progress().share(),
        course.isRunning(),
        course.trained().isPresent() && course.progress().stepsDone() > 0 && fits(course, inHand),
        panels,
        held.of(course),
        backward.of(course),
        memory.of(course),
        reading.of(seen, inHand));
  }

  /// Whether the net in hand still takes what was trained: its layers may have been changed since.
  private static boolean fits(TrainingCourse course, Experiment inHand) {
    return StateLayout.of(inHand.network()).equals(StateLayout.of(course.experiment().network()));
  }

  private static String context(Experiment experiment) {
    return experiment.name();
  }

  private String progress(TrainingCourse course) {
    Progress progress = course.progress();
    if (progress.steps() == 0) {
      return "";
    }
    int epoch = Math.min(progress.epochs(), progress.epochsDone() + 1);
    return switch (course.status()) {
      case READY, RUNNING ->
          progress.nanosLeft().isPresent()
              ? text.say(
                  "training.progress.running",
                  "epoch",
                  epoch,
                  "epochs",
                  progress.epochs(),
                  "left",
                  duration(progress.nanosLeft().getAsLong()))
              : text.say("training.progress.begins");
      case FINISHED ->
          text.say(
              "training.progress.finished",
              "epochs",
              progress.epochs(),
              "time",
              duration(progress.elapsedNanos()));
      case STOPPED, REFUSED, FAILED ->
          text.say(
              course.status() == Status.STOPPED
                  ? "training.progress.stopped"
                  : "training.progress.ended",
              "epoch",
              epoch,
              "epochs",
              progress.epochs());
    };
  }

  private String duration(long nanos) {
    long seconds = Math.round(nanos / 1e9);
    return seconds < 60
        ? text.say("training.seconds", "seconds", text.numbers().fixed(nanos / 1e9, 1))
        : text.say("training.minutes", "minutes", seconds / 60, "seconds", seconds % 60);
  }
}
