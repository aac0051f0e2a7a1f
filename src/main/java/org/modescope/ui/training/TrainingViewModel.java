package org.modescope.ui.training;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.LastBatch;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.Targets;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.StateDict;
import org.modescope.run.Lane;
import org.modescope.run.TrainingJob;
import org.modescope.ui.message.Notice;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobModel;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.workbench.LiveResult;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// A training: asks for it, stops it, shows what came of it beside the one before, and takes what
/// was learned to the bench.
final class TrainingViewModel implements JobModel<TrainingCourse> {
  private final Workbench workbench;
  private final Desk desk;
  private final Text text;
  private final TrainingFaces faces;
  private final LiveResult<TrainingCourse> result;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.COURSE);
  private final BooleanProperty beside = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Optional<TrainingCourse>> earlier =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<TrainingFace> face;
  private final StringProperty status = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper canBeRight = new ReadOnlyBooleanWrapper(true);

  TrainingViewModel(Desk desk) {
    this.desk = desk;
    workbench = desk.workbench();
    text = desk.text();
    faces = new TrainingFaces(text);
    result = new LiveResult<>(workbench.experimentProperty());
    face = new ReadOnlyObjectWrapper<>(faces.before(workbench.experiment()));
    beside.subscribe((_, _) -> show());
    desk.watch().follow(workbench.experimentProperty(), _ -> show());
    desk.watch().keep(workbench.beginningsProperty().subscribe((_, _) -> beginAnew()));
    desk.watch().keep(result.onChange(this::show));
  }

  ObjectProperty<Page> pageProperty() {
    return page;
  }

  ReadOnlyObjectProperty<TrainingFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  @Override
  public Lane<TrainingCourse> lane() {
    return Lane.TRAINING;
  }

  @Override
  public StatusLine status() {
    return new StatusLine(status, text.say("training.status.bench"));
  }

  ReadOnlyBooleanProperty runningProperty() {
    return result.runningProperty();
  }

  @Override
  public ReadOnlyBooleanProperty awaitingProperty() {
    return result.awaitingProperty();
  }

  /// The training before the one that is shown; empty for none.
  ReadOnlyObjectProperty<Optional<TrainingCourse>> earlierProperty() {
    return earlier.getReadOnlyProperty();
  }

  /// Whether it is shown, too.
  BooleanProperty besideProperty() {
    return beside;
  }

  Experiment experiment() {
    return workbench.experiment();
  }

  /// Whether an answer can be right or wrong: where targets are numbers none is.
  ReadOnlyBooleanProperty canBeRightProperty() {
    return canBeRight.getReadOnlyProperty();
  }

  boolean canBeRight() {
    return canBeRight.get();
  }

  /// What was shown last.
  Optional<TrainingCourse> course() {
    return result.newest();
  }

  /// Trains as the setting says, anew from the starting state; sets a training up first where there
  /// is none.
  void train() {
    if (workbench.experiment().training().isEmpty()) {
      setUp();
      return;
    }
    result.newest().filter(each -> each.losses().count() > 0).ifPresent(this::keep);
    result.clear();
    if (isEmptied(workbench.experiment())) {
      face.set(faces.emptied(workbench.experiment()));
      return;
    }
    result.started();
    workbench.runner().submit(new TrainingJob(workbench.experiment()));
    show();
  }

  /// Whether `drop_last` leaves out the only batch that there is.
  private static boolean isEmptied(Experiment experiment) {
    return experiment
        .training()
        .filter(each -> each.lastBatch() == LastBatch.DROPPED)
        .filter(each -> experiment.input().shape().size(0) < each.batchSize())
        .isPresent();
  }

  /// Another experiment is in hand: what was learned in the one before is no answer to it.
  private void beginAnew() {
    stop();
    result.clear();
    earlier.set(Optional.empty());
    show();
  }

  private void keep(TrainingCourse course) {
    earlier.set(Optional.of(course));
  }

  /// Gives the experiment a training from what its input allows.
  void setUp() {
    FirstTraining.of(workbench.experiment()).ifPresent(first -> workbench.edit(first.experiment()));
  }

  /// Ends the training soon; what was learned until then stays.
  @Override
  public void stop() {
    if (result.isRunning()) {
      workbench.runner().stop(lane());
    }
  }

  /// Puts the trained state into the experiment in hand. Undo takes it back.
  void takeToBench() {
    result
        .newest()
        .flatMap(TrainingCourse::trained)
        .ifPresent(
            state -> {
              workbench.edit(now -> now.withParameters(Optional.of(parameters(state))));
              desk.notices().show(Notice.passing(text.say("training.taken")));
            });
  }

  /// Each state has a file of its own, so that two of them can be saved side by side.
  private static Parameters parameters(StateDict state) {
    return new Parameters(
        String.format(Locale.ROOT, "trained-%08x.safetensors", state.hashCode()), state);
  }

  /// Changes the experiment and trains again, so that the question has its answer.
  void tryOut(UnaryOperator<Experiment> change) {
    workbench.edit(change);
    train();
  }

  void edit(UnaryOperator<Experiment> change) {
    workbench.edit(change);
  }

  @Override
  public void receive(TrainingCourse newest) {
    result.receive(newest);
  }

  @Override
  public void takeOver(JobModel<TrainingCourse> before) {
    if (before instanceof TrainingViewModel same) {
      page.set(same.page.get());
      beside.set(same.beside.get());
      earlier.set(same.earlier.get());
      result.takeOver(same.result);
    }
  }

  @Override
  public void close() {
    stop();
    result.close();
  }

  private void show() {
    @Nullable TrainingCourse course = result.newestProperty().get();
    Experiment inHand = workbench.experiment();
    face.set(
        course == null
            ? nothingYet(inHand)
            : faces.of(new Seen(course, shownBeside()), inHand, isStale(course, inHand)));
    status.set(told(course));
    Optional<Training> training =
        course == null ? inHand.training() : course.experiment().training();
    canBeRight.set(training.filter(each -> !isRightOrWrong(each.loss())).isEmpty());
  }

  private static boolean isRightOrWrong(Loss loss) {
    return loss.targets() == Targets.CLASSES || loss == Loss.BCE_WITH_LOGITS;
  }

  private Optional<TrainingCourse> shownBeside() {
    return beside.get() ? earlier.get() : Optional.empty();
  }

  private TrainingFace nothingYet(Experiment inHand) {
    return result.isRunning() ? faces.running(inHand) : faces.before(inHand);
  }

  /// What starts from what was learned here is not another setting.
  private static boolean isStale(TrainingCourse course, Experiment inHand) {
    boolean isTaken =
        course.trained().isPresent()
            && inHand.parameters().map(Parameters::state).equals(course.trained());
    Experiment trained =
        isTaken ? course.experiment().withParameters(inHand.parameters()) : course.experiment();
    return !trained.training().equals(inHand.training())
        || !trained.computed().equals(inHand.computed());
  }

  private String told(@Nullable TrainingCourse course) {
    if (result.isRunning()) {
      return text.say("training.status.running");
    }
    if (course == null) {
      return text.say("training.status.nothing");
    }
    int steps = course.losses().count();
    return switch (course.status()) {
      case READY, RUNNING -> text.say("training.status.running");
      case FINISHED -> text.say("training.status.finished", "steps", steps);
      case STOPPED -> text.say("training.status.stopped", "steps", steps);
      case REFUSED -> text.say("training.status.refused", "steps", steps);
      case FAILED -> text.say("training.status.failed");
    };
  }
}
