package org.modescope.ui.mystery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.measure.Fault;
import org.modescope.mystery.Card;
import org.modescope.mystery.Check;
import org.modescope.mystery.Composition;
import org.modescope.mystery.Exam;
import org.modescope.mystery.Kind;
import org.modescope.mystery.Level;
import org.modescope.mystery.MysteryNet;
import org.modescope.mystery.MysteryNets;
import org.modescope.mystery.Puzzle;
import org.modescope.mystery.Seen;
import org.modescope.mystery.Trial;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.document.RecentViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.settings.RecentFilesStore;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Language;
import org.modescope.words.Text;

class MysteryViewModelTest {
  private final FakeRunner runner = new FakeRunner();
  private final Desk desk = Desks.of(new Workbench(runner, Presets.simpleNet()));
  private final DocumentViewModel document =
      new DocumentViewModel(
          desk, new RecentViewModel(new RecentFilesStore(Optional.empty()), desk.tasks()));
  private final MysteryViewModel model = new MysteryViewModel(desk, document);
  @TempDir private Path folder;

  @Test
  void beginsWithTheFirstNetOfTheFirstLevelAndAsksForNothing() {
    assertThat(model.net()).isEqualTo(MysteryNets.of(Level.ONE, 1));
    assertThat(model.guess().open()).isEqualTo(5);
    assertThat(runner.asked()).isEmpty();
  }

  @Test
  void trialIsAskedForOnceAtATime() {
    model.make(Trial.RUN, 10);
    model.make(Trial.ALONE, 10);

    assertThat(runner.asked()).containsExactly("study");
    assertThat(model.busyProperty().get()).isTrue();
  }

  @Test
  void whatWasTriedStaysListed() {
    receive(Trial.RUN);
    receive(Trial.BACKWARD);

    assertThat(model.tried())
        .extracting(TriedLine::what)
        .containsExactly("as it is", "y.sum().backward()");
    assertThat(model.shownProperty().get()).isPresent();
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void anotherLanguageGoesOnWhereThisOneWas() {
    receive(Trial.RUN);
    guess(truth());
    model.make(Trial.ALONE, 10);

    MysteryViewModel spanish = inSpanish();
    spanish.takeOver(model);
    model.close();

    assertThat(spanish.guess()).isEqualTo(model.guess());
    assertThat(spanish.shownProperty().get()).isEqualTo(model.shownProperty().get());
    assertThat(spanish.tried()).hasSize(1);
    assertThat(spanish.tried().getFirst().what()).isEqualTo("tal cual");
    assertThat(spanish.busyProperty().get()).isTrue();
    assertThat(runner.asked()).containsExactly("study", "study");
  }

  private MysteryViewModel inSpanish() {
    Text text = Text.in(Language.of("es").orElseThrow());
    return new MysteryViewModel(desk.speaking(text), document);
  }

  @Test
  void guessThatIsNotWholeIsNotChecked() {
    model.guess(model.guess().with(0, new Card(Kind.LINEAR)));

    model.check();

    assertThat(runner.asked()).isEmpty();
  }

  @Test
  void checkSaysHowManyCountAndCountsItself() {
    guess(truth());
    model.check();
    model.receive(new Seen.Checked(Presets.simpleNet(), 4, Optional.empty()));

    assertThat(model.progress().checks()).isEqualTo(1);
    assertThat(model.progress().right()).isEqualTo(OptionalInt.of(4));
    assertThat(model.progress().isTold()).isFalse();
    assertThat(model.readingProperty().get().headline()).isEqualTo("4 of 5 count.");
  }

  @Test
  void givingUpIsNoCheck() {
    guess(truth());
    model.check();
    model.receive(new Seen.Checked(Presets.simpleNet(), 4, Optional.empty()));
    model.tellAnswer();
    model.receive(told());

    assertThat(model.progress().checks()).isEqualTo(1);
    assertThat(model.progress().isTold()).isTrue();
  }

  @Test
  void guessStaysAsItWasOnceTheAnswerIsTold() {
    guess(truth());
    model.check();
    model.receive(told());

    model.guess(model.guess().with(Mode.EVAL).with(Mode.TRAIN));

    assertThat(model.guess().whole()).contains(truth());
  }

  @Test
  void anotherNetBeginsAnew() {
    receive(Trial.RUN);
    guess(truth());

    model.another();

    assertThat(model.net().number()).isEqualTo(2);
    assertThat(model.tried()).isEmpty();
    assertThat(model.shownProperty().get()).isEmpty();
    assertThat(model.guess().open()).isEqualTo(5);
    assertThat(model.progress()).isEqualTo(Progress.NONE);
  }

  @Test
  void netThatWasHandedOutIsOpenedOnce() throws Exception {
    MysteryNet other = MysteryNets.of(Level.THREE, 9);
    Path file = folder.resolve("x.mystery.json");
    try (var out = Files.newOutputStream(file)) {
      Puzzle.of(other).write(out);
    }

    document.open(file);

    assertThat(model.net()).isEqualTo(other);
    assertThat(desk.navigation().visitProperty().get().orElseThrow().screen())
        .isEqualTo(ScreenId.MYSTERY);
  }

  @Test
  void brokenFileIsToldAndTheNetInHandStays() throws Exception {
    Path file = Files.writeString(folder.resolve("x.mystery.json"), "{}");

    document.open(file);

    assertThat(desk.dialogs().isOpen()).isTrue();
    assertThat(model.net()).isEqualTo(MysteryNets.of(Level.ONE, 1));
  }

  @Test
  void faultIsToldAndNothingIsLost() {
    receive(Trial.RUN);
    model.make(Trial.RUN, 10);
    model.receive(
        new Seen.Failed(
            Presets.simpleNet(), new Fault(Fault.Kind.OURS, "IllegalStateException", "broken")));

    assertThat(model.readingProperty().get().headline()).isEqualTo("The program gave up.");
    assertThat(model.tried()).hasSize(1);
    assertThat(model.busyProperty().get()).isFalse();
  }

  private Composition truth() {
    return model.net().truth();
  }

  private void guess(Composition whole) {
    Guess guess = model.guess().with(whole.mode()).with(whole.gradMode());
    for (int place = 0; place < whole.cards().size(); place++) {
      guess = guess.with(place, whole.cards().get(place));
    }
    model.guess(guess);
  }

  private void receive(Trial trial) {
    model.make(trial, 10);
    model.receive(new Seen.Tried(Presets.simpleNet(), new Exam(model.net()).make(trial, 10), 10));
  }

  private Seen told() {
    return new Seen.Checked(
        Presets.simpleNet(),
        5,
        new Check(model.net(), new Exam(model.net()), () -> false).of(truth()));
  }
}
