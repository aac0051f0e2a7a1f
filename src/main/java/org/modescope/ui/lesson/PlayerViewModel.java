package org.modescope.ui.lesson;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.lesson.Answer;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Part;
import org.modescope.lesson.Prediction;
import org.modescope.lesson.check.LessonCheck;
import org.modescope.lesson.check.LessonMeasures;
import org.modescope.lesson.check.Measured;
import org.modescope.lesson.check.Scores;
import org.modescope.lesson.check.Stage;
import org.modescope.lesson.check.Stages;
import org.modescope.lesson.condition.ConditionException;
import org.modescope.lesson.condition.Measures;
import org.modescope.lesson.library.Lessons;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.lesson.PlayerFace.Step;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Language;

/// A lesson that is taken: predict, look, explain, question by question. The bench stays live; the
/// net runs from where the lesson stands whatever was done with it meanwhile.
public final class PlayerViewModel {
  private final Workbench workbench;
  private final DocumentViewModel document;
  private final Learning learning;
  private final AnswerWords words;
  private final Desk desk;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<Optional<PlayerFace>> face =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<Prediction>> prediction =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty why = new SimpleStringProperty("");
  private final AskedRuns asked;

  private Stages stages = new Stages(List.of(), List.of());
  private int index;
  private Measures earlier = Measures.NONE;
  private @Nullable Running running;

  /// A run whose end is awaited.
  private record Running(Optional<GivenAnswer> given, Optional<Prediction> prediction) {}

  PlayerViewModel(Desk desk, DocumentViewModel document, Learning learning, Clock clock) {
    this.desk = desk;
    this.document = document;
    this.learning = learning;
    this.clock = clock;
    workbench = desk.workbench();
    words = new AnswerWords(desk.text());
    asked = new AskedRuns(workbench.runner());
    asked.awaiting().subscribe(_ -> arrived());
    desk.watch().follow(workbench.awaitingProperty(), _ -> arrived());
    desk.watch().keep(workbench.beginningsProperty().subscribe((_, _) -> leaveForAnother()));
  }

  /// What is shown; empty while no lesson is taken.
  ReadOnlyObjectProperty<Optional<PlayerFace>> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// What the learner expects; empty until that is said.
  ObjectProperty<Optional<Prediction>> predictionProperty() {
    return prediction;
  }

  /// The learner's own reason.
  StringProperty whyProperty() {
    return why;
  }

  /// What is run besides the bench.
  AskedRuns asked() {
    return asked;
  }

  /// Takes a lesson, from the first question that has no answer yet.
  void start(Lesson lesson) {
    Stages cut = Stages.of(lesson);
    int first = cut.from(stageOf(cut, learning.log().of(lesson).next()));
    document.lend(
        cut.stages().get(first).experiment(),
        () -> {
          workbench.pin().unpin();
          stages = cut;
          earlier = Measures.NONE;
          index = first;
          workbench.lock().set(Classroom.aspects(lesson));
          enter(lesson);
        });
  }

  private static int stageOf(Stages cut, int question) {
    int asked = 0;
    for (int i = 0; i < cut.stages().size(); i++) {
      if (cut.stages().get(i).question().isPresent()) {
        if (asked == question) {
          return i;
        }
        asked++;
      }
    }
    return 0;
  }

  /// Leaves the lesson; the bench stays as it is.
  void leave() {
    if (face.get().isEmpty()) {
      return;
    }
    running = null;
    asked.stop();
    workbench.lock().set(Set.of());
    workbench.setHeld(false);
    face.set(Optional.empty());
  }

  /// Who opens another experiment has left the lesson.
  private void leaveForAnother() {
    if (face.get().isPresent()) {
      leave();
    }
  }

  /// The screen is shown or hidden: elsewhere the bench can be used freely.
  void shown(boolean isShown) {
    boolean isAsking = face.get().filter(now -> now.step() == Step.PREDICT).isPresent();
    workbench.setHeld(isShown && isAsking);
  }

  /// Goes on with the same lesson in this window's language, where another player was.
  void takeOver(PlayerViewModel before) {
    before
        .face
        .get()
        .ifPresent(
            was -> {
              Lesson lesson = inOwnWords(was.lesson(), before.desk.text().language());
              stages = Stages.of(lesson);
              index = before.index;
              earlier = before.earlier;
              asked.takeOver(before.asked);
              running = before.running;
              prediction.set(before.prediction.get());
              why.set(before.why.get());
              face.set(Optional.of(told(was, lesson)));
              // The lesson goes on here, and does not end when the other window is closed.
              before.face.set(Optional.empty());
            });
  }

  /// A lesson that comes with the program in this window's language; any other one as it is.
  private Lesson inOwnWords(Lesson lesson, Language before) {
    boolean isOurs = Lessons.read(lesson.id(), before).filter(lesson::equals).isPresent();
    return isOurs ? Lessons.read(lesson.id(), desk.text().language()).orElseThrow() : lesson;
  }

  private PlayerFace told(PlayerFace was, Lesson lesson) {
    Stage stage = stages.stages().get(index);
    return new PlayerFace(
        lesson,
        was.number(),
        was.step(),
        was.question(),
        stage,
        index == 0 ? stages.opening() : List.of(),
        was.verdict().map(verdict -> told(verdict, stage)),
        was.trouble(),
        was.isLast());
  }

  private Verdict told(Verdict was, Stage stage) {
    Optional<Answer> answer = stage.question().map(Part.Question::answer);
    return new Verdict(
        was.prediction(),
        answer
            .flatMap(asked -> was.prediction().map(expected -> words.said(asked, expected)))
            .orElse(""),
        was.why(),
        was.measured(),
        was.measures(),
        answer.map(asked -> words.measured(asked, was.measured(), was.measures())).orElse(""),
        was.isRight());
  }

  /// Whether there is something to lock in.
  boolean canLockIn() {
    return prediction.get().isPresent();
  }

  /// Locks the prediction in and has the net run.
  void lockIn() {
    PlayerFace now = face.get().orElseThrow();
    if (now.step() != Step.PREDICT || !canLockIn()) {
      return;
    }
    Part.Question question = now.stage().question().orElseThrow();
    Prediction expected = prediction.get().orElseThrow();
    GivenAnswer given =
        new GivenAnswer(
            now.lesson().id(),
            now.question() - 1,
            question.ask(),
            words.said(question.answer(), expected),
            why.get().strip(),
            Instant.now(clock),
            Optional.empty());
    learning.add(given);
    run(now, new Running(Optional.of(given), Optional.of(expected)));
  }

  private void run(PlayerFace now, Running awaited) {
    running = awaited;
    show(now, Step.LOOK, Optional.empty(), "");
    workbench.setHeld(false);
    Stage stage = now.stage();
    asked.ask(stage);
    workbench.replay(stage.job());
    document.lent(stage.experiment());
  }

  /// Whatever was awaited last has come.
  private void arrived() {
    Running awaited = running;
    if (awaited == null || asked.awaiting().get() || workbench.awaitingProperty().get()) {
      return;
    }
    running = null;
    PlayerFace now = face.get().orElseThrow();
    Observation seen = workbench.observation().orElseThrow();
    if (seen.fault().isPresent()
        || seen.progress().status() == Status.STOPPED
        || asked.isBroken()) {
      show(now, Step.LOOK, Optional.empty(), desk.text().say("lesson.player.stopped"));
      return;
    }
    Verdict verdict;
    try {
      verdict = verdict(now.stage(), seen, awaited);
      // What the explanation says is looked up now: once it is shown, it could only fail.
      LessonCheck.checkProse(now.stage().parts(), verdict.measures());
    } catch (ConditionException wrong) {
      String problem = wrong.problem().in(desk.text());
      show(
          now,
          Step.LOOK,
          Optional.empty(),
          desk.text().say("lesson.player.broken", "problem", problem));
      return;
    }
    awaited
        .given()
        .ifPresent(
            given ->
                learning.add(
                    given.with(new GivenAnswer.Outcome(verdict.told(), verdict.isRight()))));
    earlier = verdict.measures();
    Step next = awaited.prediction().isPresent() ? Step.LOOK : Step.EXPLAIN;
    show(now, next, Optional.of(verdict), "");
  }

  private Verdict verdict(Stage stage, Observation seen, Running awaited) {
    Measured measured = asked.with(seen);
    Measures measures = new LessonMeasures(measured, earlier);
    Optional<Answer> answer = stage.question().map(Part.Question::answer);
    String told = answer.map(each -> words.measured(each, measured, measures)).orElse("");
    boolean isRight =
        answer.isPresent()
            && awaited.prediction().isPresent()
            && Scores.isRight(answer.get(), awaited.prediction().get(), measured, measures);
    return new Verdict(
        awaited.prediction(),
        awaited.given().map(GivenAnswer::said).orElse(""),
        awaited.given().map(GivenAnswer::why).orElse(""),
        measured,
        measures,
        told,
        isRight);
  }

  /// Goes on from looking to the explanation.
  void explain() {
    PlayerFace now = face.get().orElseThrow();
    show(now, Step.EXPLAIN, now.verdict(), "");
  }

  /// Goes on to the next run, or out of the lesson after the last.
  void next() {
    PlayerFace now = face.get().orElseThrow();
    if (now.isLast()) {
      leave();
    } else {
      index++;
      Experiment following = stages.stages().get(index).experiment();
      workbench.lock().lifted(() -> workbench.edit(following));
      document.lent(workbench.experiment());
      enter(now.lesson());
    }
  }

  /// Brings the bench back to where the lesson stands.
  void setUpAgain() {
    PlayerFace now = face.get().orElseThrow();
    switch (now.step()) {
      case PREDICT -> {
        workbench.lock().lifted(() -> workbench.edit(now.stage().experiment()));
        document.lent(now.stage().experiment());
      }
      case LOOK, EXPLAIN -> {
        workbench.replay(now.stage().job());
        document.lent(now.stage().experiment());
      }
    }
  }

  /// Asks the question in hand once more, after a run that did not come to its end.
  void again() {
    enter(face.get().orElseThrow().lesson());
  }

  private void enter(Lesson lesson) {
    Stage stage = stages.stages().get(index);
    int asked =
        (int)
            stages.stages().subList(0, index + 1).stream()
                .filter(each -> each.question().isPresent())
                .count();
    prediction.set(Optional.empty());
    why.set("");
    boolean isFirst = index == 0;
    PlayerFace next =
        new PlayerFace(
            lesson,
            learning.numberOf(lesson),
            Step.PREDICT,
            Math.max(1, asked),
            stage,
            isFirst ? stages.opening() : List.of(),
            Optional.empty(),
            "",
            index == stages.stages().size() - 1);
    if (stage.question().isPresent()) {
      workbench.setHeld(true);
      face.set(Optional.of(next));
    } else {
      run(next, new Running(Optional.empty(), Optional.empty()));
    }
  }

  private void show(PlayerFace now, Step step, Optional<Verdict> verdict, String trouble) {
    face.set(
        Optional.of(
            new PlayerFace(
                now.lesson(),
                now.number(),
                step,
                now.question(),
                now.stage(),
                now.before(),
                verdict,
                trouble,
                now.isLast())));
  }
}
