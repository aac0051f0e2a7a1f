package org.modescope.ui.mystery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.modescope.files.InvalidFileException;
import org.modescope.mystery.CheckStudy;
import org.modescope.mystery.CheckStudy.Telling;
import org.modescope.mystery.Exam;
import org.modescope.mystery.Level;
import org.modescope.mystery.MysteryNet;
import org.modescope.mystery.MysteryNets;
import org.modescope.mystery.Outcome;
import org.modescope.mystery.Puzzle;
import org.modescope.mystery.Seen;
import org.modescope.mystery.Subject;
import org.modescope.mystery.Trial;
import org.modescope.mystery.TrialStudy;
import org.modescope.mystery.Verdict;
import org.modescope.run.Lane;
import org.modescope.run.ReplayJob;
import org.modescope.run.StudyJob;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.picker.FilePicker.Kind;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobModel;
import org.modescope.ui.screen.Navigation.Visit;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.screen.StatusLine;
import org.modescope.words.Text;

/// A mystery net: asks for trials of it, keeps what was tried and guessed, and has guesses checked.
final class MysteryViewModel implements JobModel<Seen> {
  private static final Lane<Seen> LANE = Lane.of("mystery");
  private static final long FIRST = 1;

  private final Desk desk;
  private final DocumentViewModel document;
  private final Text text;
  private final MysteryWords words;
  private final ReadOnlyObjectWrapper<MysteryNet> net;
  private final ReadOnlyObjectWrapper<Guess> guess;
  private final ReadOnlyObjectWrapper<Progress> progress =
      new ReadOnlyObjectWrapper<>(Progress.NONE);
  private final ReadOnlyObjectWrapper<Optional<Outcome>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<MysteryReading> reading;
  private final List<Made> made = new ArrayList<>();
  private final ObservableList<TriedLine> tried = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final StringProperty status = new SimpleStringProperty("");
  private Exam exam;
  private boolean isGivingUp;
  private long visited;

  /// A trial that was made.
  private record Made(Outcome outcome, int passes) {}

  /// @param document lends the answer to the bench
  MysteryViewModel(Desk desk, DocumentViewModel document) {
    this.desk = desk;
    this.document = document;
    text = desk.text();
    words = new MysteryWords(text);
    MysteryNet first = MysteryNets.of(Level.ONE, FIRST);
    net = new ReadOnlyObjectWrapper<>(first);
    guess = new ReadOnlyObjectWrapper<>(Guess.about(first));
    reading = new ReadOnlyObjectWrapper<>(words.before());
    exam = new Exam(first);
    tellStatus();
    desk.watch()
        .follow(
            desk.navigation().visitProperty(),
            visit ->
                visit
                    .filter(wanted -> wanted.screen().equals(ScreenId.MYSTERY))
                    .filter(wanted -> wanted.number() > visited)
                    .ifPresent(this::visit));
  }

  /// Somebody came here with a file.
  private void visit(Visit wanted) {
    visited = wanted.number();
    if (!wanted.layer().isEmpty()) {
      open(Path.of(wanted.layer()));
    }
  }

  ReadOnlyObjectProperty<MysteryNet> netProperty() {
    return net.getReadOnlyProperty();
  }

  MysteryNet net() {
    return net.get();
  }

  ReadOnlyObjectProperty<Guess> guessProperty() {
    return guess.getReadOnlyProperty();
  }

  Guess guess() {
    return guess.get();
  }

  ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  Progress progress() {
    return progress.get();
  }

  /// What the instruments show; empty before the first trial.
  ReadOnlyObjectProperty<Optional<Outcome>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<MysteryReading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// What was tried, the newest last.
  ObservableList<TriedLine> tried() {
    return tried;
  }

  /// Whether something is on its way.
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty awaitingProperty() {
    return busyProperty();
  }

  @Override
  public Lane<Seen> lane() {
    return LANE;
  }

  @Override
  public StatusLine status() {
    return new StatusLine(status, text.say("mystery.status.bench"));
  }

  /// Changes the guess; not once the answer is told.
  void guess(Guess next) {
    if (!progress().isTold()) {
      guess.set(next);
    }
  }

  /// Takes another net in hand.
  void take(Level level, long number) {
    if (level != net().level() || number != net().number()) {
      begin(MysteryNets.of(level, number));
    }
  }

  /// The next net of the same level.
  void another() {
    begin(MysteryNets.of(net().level(), net().number() + 1));
  }

  /// Lets the user choose a net that was handed out.
  void open() {
    desk.picker().open(Kind.MYSTERY).ifPresent(this::open);
  }

  private void open(Path file) {
    desk.tasks().run(() -> Puzzle.open(file), this::begin, trouble -> tell(file, trouble));
  }

  private void tell(Path file, Exception trouble) {
    String what =
        trouble instanceof InvalidFileException invalid
            ? invalid.in(text)
            : String.valueOf(trouble.getMessage());
    desk.dialogs()
        .show(
            Dialog.message(
                text,
                text.say("mystery.open.trouble", "file", String.valueOf(file.getFileName())),
                text.say("mystery.open.trouble.text"),
                what));
  }

  private void begin(MysteryNet next) {
    desk.workbench().runner().stop(LANE);
    busy.set(false);
    exam = new Exam(next);
    made.clear();
    tried.clear();
    shown.set(Optional.empty());
    progress.set(Progress.NONE);
    guess.set(Guess.about(next));
    reading.set(words.before());
    net.set(next);
    tellStatus();
  }

  /// Makes a trial.
  void make(Trial trial, int passes) {
    ask(new StudyJob<>(LANE, new TrialStudy(net(), exam, trial, passes)));
  }

  /// Has the guess checked, if it is whole. The last check tells the answer.
  void check() {
    if (progress().isTold() || progress().left() == 0) {
      return;
    }
    isGivingUp = false;
    Telling telling = progress().left() == 1 ? Telling.ANYWAY : Telling.ONCE_RIGHT;
    guess()
        .whole()
        .ifPresent(whole -> ask(new StudyJob<>(LANE, new CheckStudy(net(), exam, whole, telling))));
  }

  /// Gives up: the answer is told, and what was guessed stands beside it.
  void tellAnswer() {
    isGivingUp = true;
    guess()
        .whole()
        .ifPresent(
            whole -> ask(new StudyJob<>(LANE, new CheckStudy(net(), exam, whole, Telling.ANYWAY))));
  }

  private void ask(StudyJob<Seen> job) {
    if (!busy.get()) {
      busy.set(true);
      desk.workbench().runner().submit(job);
      tellStatus();
    }
  }

  @Override
  public void receive(Seen newest) {
    if (!busy.get()) {
      // Of a net that is no longer in hand.
      return;
    }
    busy.set(false);
    switch (newest) {
      case Seen.Tried(_, Outcome outcome, int passes) -> show(outcome, passes);
      case Seen.Checked(_, int right, Optional<Verdict> verdict) -> count(right, verdict);
      case Seen.Stopped _ -> {}
      case Seen.Failed(_, var fault) ->
          reading.set(
              new MysteryReading(
                  text.say("mystery.failed"), fault.type() + ": " + fault.message(), ""));
    }
    tellStatus();
  }

  private void show(Outcome outcome, int passes) {
    shown.set(Optional.of(outcome));
    made.add(new Made(outcome, passes));
    tried.add(words.tried(outcome, passes));
    if (!progress().isTold()) {
      reading.set(words.of(outcome));
    }
  }

  private void count(int right, Optional<Verdict> verdict) {
    Progress before = progress();
    int checks = before.checks() + (isGivingUp ? 0 : 1);
    Progress now = new Progress(checks, OptionalInt.of(right), verdict);
    reading.set(
        verdict
            .map(told -> words.told(told, net()))
            .orElseGet(() -> words.counted(right, net().truth().items().size(), now.left())));
    // What gave it away is seen in a run of the rows as they are.
    verdict.ifPresent(told -> shown.set(Optional.of(told.truth().ran())));
    progress.set(now);
  }

  /// Takes the net as it really is to the bench, where its running statistics stand as they did
  /// here.
  void toBench() {
    var answer = net().experiment(net().truth());
    document.lend(
        answer,
        () -> {
          desk.workbench().replay(new ReplayJob(List.of(Subject.before(answer)), answer));
          desk.navigation().goTo(ScreenId.BENCH, "");
        });
  }

  private void tellStatus() {
    String key =
        busy.get()
            ? "mystery.status.busy"
            : progress().isTold() ? "mystery.status.told" : "mystery.status.hidden";
    status.set(text.say(key));
  }

  @Override
  public void stop() {
    desk.workbench().runner().stop(LANE);
  }

  @Override
  public void takeOver(JobModel<Seen> before) {
    if (before instanceof MysteryViewModel same) {
      visited = same.visited;
      exam = same.exam;
      isGivingUp = same.isGivingUp;
      same.made.forEach(each -> tried.add(words.tried(each.outcome(), each.passes())));
      made.addAll(same.made);
      shown.set(same.shown.get());
      progress.set(same.progress());
      guess.set(same.guess());
      net.set(same.net());
      reading.set(read());
      busy.set(same.busy.get());
      same.busy.set(false);
      tellStatus();
    }
  }

  /// What there is to read of what was shown last.
  private MysteryReading read() {
    return progress()
        .verdict()
        .map(told -> words.told(told, net()))
        .orElseGet(() -> shown.get().map(words::of).orElseGet(words::before));
  }

  @Override
  public void close() {
    if (busy.get()) {
      stop();
    }
  }
}
