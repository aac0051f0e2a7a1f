package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.words.Change.Passes;
import org.modescope.words.Change.Rows;
import org.modescope.words.Change.SetArgument;
import org.modescope.words.Change.SetLayerMode;
import org.modescope.words.Change.SwitchGradMode;
import org.modescope.words.Change.SwitchMode;

/// Suggestions look at the net, and can be followed.
class SuggestionsTest {
  private final Experiment simple = Presets.simpleNet();

  @Test
  void trainModeSuggestsTheTwoSwitches() {
    assertThat(changes(simple))
        .containsExactly(new SwitchMode(Mode.EVAL), new SwitchGradMode(GradMode.NO_GRAD));
    assertThat(texts(simple)).contains("switch to no_grad: does the drift stop?");
  }

  @Test
  void nobodyAsksForADriftThatThereIsNot() {
    Experiment resting =
        simple.withLayer(1, simple.network().get(1).withMode(Optional.of(Mode.EVAL)));
    Experiment untracked =
        simple.withLayer(1, simple.network().get(1).with("track_running_stats", false));

    for (Experiment still : List.of(Runs.preset("layernorm-instead"), resting, untracked)) {
      assertThat(texts(still)).noneMatch(text -> text.contains("drift"));
      assertThat(texts(still.withMode(Mode.EVAL)))
          .filteredOn(_ -> !still.equals(resting))
          .noneMatch(text -> text.contains("running statistics"));
    }
  }

  @Test
  void aBatchOfTwoIsWorthAThirdRow() {
    Experiment two = Runs.preset("batch-of-two");

    Suggestion first = suggestions(two).getFirst();

    assertThat(first.change()).isEqualTo(new Rows(3));
    assertThat(first.apply(two).input().shape().size(0)).isEqualTo(3);
  }

  @Test
  void whatATableDoesNotHaveIsNotSuggested() {
    Experiment two =
        Runs.preset("batch-of-two").withInput(new InputSpec.Values(Shape.of(2, 10), new float[20]));

    assertThat(changes(two)).doesNotContain(new Rows(3));
  }

  @Test
  void aLayerWithAModeOfItsOwnCanFollowTheNet() {
    Experiment monteCarlo = Runs.preset("mc-dropout").withPasses(10);

    Suggestion first = suggestions(monteCarlo).getFirst();

    assertThat(first.change()).isEqualTo(new SetLayerMode("dropout", Optional.empty()));
    assertThat(first.apply(monteCarlo).network().get(2).mode()).isEmpty();
  }

  @Test
  void onePassIsWorthMore() {
    assertThat(changes(simple.withPasses(1))).first().isEqualTo(new Passes(10));
  }

  @Test
  void argumentsThatHideAnEffectCanBeSet() {
    Experiment zeroed = simple.withLayer(2, simple.network().get(2).with("p", 1.0));
    Experiment still = simple.withLayer(1, simple.network().get(1).with("momentum", 0.0));

    assertThat(changes(zeroed)).contains(new SetArgument("dropout", "p", 0.5));
    assertThat(changes(still)).contains(new SetArgument("bn1", "momentum", 0.1));
  }

  @Test
  void aSuggestionChangesTheExperimentInHandAndNothingElse() {
    Suggestion toEval = suggestions(simple).getFirst();
    Experiment edited = simple.withLayer(2, simple.network().get(2).with("p", 0.123));

    assertThat(toEval.apply(edited)).isEqualTo(edited.withMode(Mode.EVAL));
  }

  @Test
  void aSuggestionForALayerThatIsGoneChangesNothing() {
    assertThat(new SetArgument("gone", "p", 0.5).apply(simple)).isEqualTo(simple);
  }

  private static List<Suggestion> suggestions(Experiment experiment) {
    return Reading.of(Runs.of(experiment), Text.english()).next();
  }

  private static List<Change> changes(Experiment experiment) {
    return suggestions(experiment).stream().map(Suggestion::change).toList();
  }

  private static List<String> texts(Experiment experiment) {
    return suggestions(experiment).stream().map(Suggestion::text).toList();
  }
}
