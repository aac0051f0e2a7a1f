package org.modescope.ui.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class NetViewModelTest {
  private final Workbench workbench = new Workbench(new FakeRunner(), Presets.simpleNet());
  private final Desk desk = Desks.of(workbench);
  private final NetViewModel net = new NetViewModel(desk);

  @Test
  void cardsFollowTheNetAndStayTheSameObjects() {
    List<LayerCardViewModel> before = List.copyOf(net.cards());

    type("dropout", "p", "0.2");

    assertThat(net.cards()).containsExactlyElementsOf(before);
    assertThat(card("dropout").faceProperty().get().activity().orElseThrow().say(Text.english()))
        .isEqualTo("zeroes 20\u00a0%, survivors × 1.25");
  }

  @Test
  void nonsenseInAFieldLeavesTheNetAlone() {
    Experiment before = workbench.experiment();

    EntryViewModel entry = type("dropout", "p", "1.5");

    assertThat(workbench.experiment()).isEqualTo(before);
    assertThat(entry.problemProperty().get())
        .isEqualTo("p must be a number from 0 to 1; found “1.5”");
  }

  @Test
  void momentumTakesNone() {
    type("bn1", "momentum", "None");

    assertThat(layer("bn1").numberOrNone("momentum")).isEmpty();
  }

  @Test
  void anotherOutputSizeIsNotCarriedOnButAFixIsOffered() {
    type("fc1", "out_features", "64");

    CardTrouble trouble = card("bn1").faceProperty().get().trouble().orElseThrow();
    assertThat(trouble.fix().orElseThrow().text()).isEqualTo("set num_features to 64");
    assertThat(card("bn1").faceProperty().get().output()).isEmpty();
    assertThat(layer("bn1").integer("num_features")).isEqualTo(20);
  }

  @Test
  void fixingOneMisfitShowsTheNext() {
    type("fc1", "out_features", "64");

    card("bn1").fix();

    assertThat(card("bn1").faceProperty().get().trouble()).isEmpty();
    assertThat(card("fc2").faceProperty().get().trouble().orElseThrow().fix().orElseThrow().text())
        .isEqualTo("set in_features to 64");
  }

  @Test
  void addedLayersGetFreeNamesAndFittingSizes() {
    net.add(LayerType.BATCH_NORM_1D);
    net.add(LayerType.LINEAR);

    assertThat(net.cards()).extracting(LayerCardViewModel::name).endsWith("fc2", "bn2", "fc3");
    assertThat(layer("bn2").integer("num_features")).isEqualTo(1);
    assertThat(net.cards()).allMatch(card -> card.faceProperty().get().trouble().isEmpty());
  }

  @Test
  void layerInsertedBelowFitsItsPlace() {
    card("fc1").insertBelow(LayerType.LINEAR);

    assertThat(workbench.experiment().network().get(1))
        .satisfies(
            added -> {
              assertThat(added.name()).isEqualTo("fc3");
              assertThat(added.integer("in_features")).isEqualTo(20);
            });
  }

  @Test
  void duplicateStandsBelowUnderANameOfItsOwn() {
    type("dropout", "p", "0.2");

    card("dropout").duplicate();

    assertThat(names()).containsExactly("fc1", "bn1", "dropout", "dropout2", "fc2");
    assertThat(layer("dropout2").number("p")).isEqualTo(0.2);
  }

  @Test
  void layerTakesAnotherName() {
    card("bn1").rename(" norm ");

    assertThat(names()).containsExactly("fc1", "norm", "dropout", "fc2");
    assertThat(net.cards()).extracting(LayerCardViewModel::name).contains("norm");
  }

  @Test
  void takenAndImpossibleNamesAreRefused() {
    for (String name : new String[] {"fc1", "", "a.b"}) {
      assertThatThrownBy(() -> card("bn1").rename(name)).isInstanceOf(InvalidValueException.class);
    }
    assertThat(names()).contains("bn1");
  }

  @Test
  void choiceAmongWordsIsAMenu() {
    net.add(LayerType.GELU);
    ArgumentViewModel.Choice choice =
        (ArgumentViewModel.Choice) card("gelu1").arguments().getFirst();
    assertThat(choice.options()).containsExactly("none", "tanh");

    choice.chosenProperty().set("tanh");

    assertThat(layer("gelu1").word("approximate")).contains("tanh");
    net.undo();
    assertThat(choice.chosenProperty().get()).isEqualTo("none");
  }

  @Test
  void momentumMayBeAnyNumberAsInPyTorch() {
    assertThat(type("bn1", "momentum", "2").problemProperty().get()).isEmpty();
    assertThat(type("bn1", "momentum", "-0.1").problemProperty().get()).isEmpty();

    assertThat(layer("bn1").number("momentum")).isEqualTo(-0.1);
  }

  @Test
  void sizeThatWouldNotFitIntoMemoryIsRefusedWithItsLimit() {
    EntryViewModel entry = type("fc1", "out_features", "2000000000");

    assertThat(entry.problemProperty().get())
        .isEqualTo(
            "With out_features = 2000000000 the net’s parameters would take more than 4.0 GiB.");
  }

  @Test
  void misfitIsToldInTheWindowsWords() {
    type("fc1", "out_features", "64");

    assertThat(card("bn1").faceProperty().get().trouble().orElseThrow().message())
        .isEqualTo("num_features is 20, but it is given 64 channels (32 × 64)");
  }

  @Test
  void findingsOfARunStandOnTheirCardsUntilTheNetChanges() {
    workbench.receive(run());
    assertThat(card("dropout").faceProperty().get().findings())
        .singleElement()
        .asString()
        .startsWith("“dropout” zeroed");
    assertThat(card("fc1").faceProperty().get().findings()).isEmpty();

    type("dropout", "p", "0.2");

    assertThat(card("dropout").faceProperty().get().findings()).isEmpty();
  }

  @Test
  void cardsAreLeftAloneWhileARunGoesOn() {
    workbench.receive(run());
    List<LayerFace> shown = new ArrayList<>();
    card("bn1").faceProperty().subscribe((_, face) -> shown.add(face));

    workbench.receive(Observed.of(workbench.experiment(), Status.RUNNING));
    workbench.receive(Observed.of(workbench.experiment(), Status.RUNNING));

    assertThat(shown).isEmpty();
  }

  @Test
  void movesAndRemovalsCanBeUndone() {
    card("dropout").moveBy(-1);
    assertThat(names()).containsExactly("fc1", "dropout", "bn1", "fc2");
    card("fc2").remove();
    assertThat(names()).containsExactly("fc1", "dropout", "bn1");

    net.undo();
    net.undo();

    assertThat(names()).containsExactly("fc1", "bn1", "dropout", "fc2");
  }

  @Test
  void movingBeyondTheEndsStopsThere() {
    card("fc1").moveBy(-1);
    card("fc2").moveBy(5);

    assertThat(names()).containsExactly("fc1", "bn1", "dropout", "fc2");
  }

  @Test
  void onlyLayerCannotBeRemoved() {
    workbench.edit(
        workbench.experiment().withNetwork(workbench.experiment().network().subList(0, 1)));

    assertThat(card("fc1").faceProperty().get().alone()).isTrue();
  }

  @Test
  void overrideAndFreezingAreShown() {
    card("bn1").overrideMode(Optional.of(Mode.EVAL));
    card("bn1").toggleFrozen();

    assertThat(layer("bn1").mode()).contains(Mode.EVAL);
    assertThat(layer("bn1").requiresGrad()).isFalse();
    assertThat(card("bn1").faceProperty().get().activity().orElseThrow().mode())
        .isEqualTo(Mode.EVAL);
  }

  @Test
  void dragOfTheSliderIsOneStepOfHistory() {
    ArgumentViewModel.Share share =
        (ArgumentViewModel.Share) card("dropout").arguments().getFirst();
    share.beginDrag();
    share.drag(0.314);
    share.drag(0.4);
    assertThat(layer("dropout").number("p")).isEqualTo(0.4);

    net.undo();

    assertThat(layer("dropout").number("p")).isEqualTo(0.5);
  }

  @Test
  void refusalStandsOnItsCardUntilTheExperimentChanges() {
    Experiment one =
        workbench.experiment().withInput(workbench.experiment().input().withBatchSize(1));
    workbench.edit(one);
    workbench.receive(Observed.refused(one, Observed.batchOfOne()));

    CardTrouble trouble = card("bn1").faceProperty().get().trouble().orElseThrow();
    assertThat(trouble.title()).isEqualTo("ValueError");
    assertThat(trouble.message()).startsWith("Expected more than 1 value per channel");

    card("bn1").fix();

    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
    assertThat(card("bn1").faceProperty().get().trouble()).isEmpty();
  }

  @Test
  void shapesStandBetweenTheCards() {
    assertThat(card("fc2").faceProperty().get().output()).contains(Shape.of(32, 1));
  }

  private Observation run() {
    try (DirectRun run = new DirectRun(workbench.experiment())) {
      return run.go(RunOptions.plain(2), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }

  @Test
  void layersInsideAContainerAreEditedLikeTheRestAndUndone() {
    net.add(LayerType.SEQUENTIAL);
    NestViewModel inside = net.cards().getLast().inside().getFirst();

    inside.add(LayerType.LINEAR);
    inside.add(LayerType.DROPOUT);
    inside.cards().getLast().moveBy(-1);
    inside.cards().getLast().rename("head");

    LayerSpec sequential = workbench.experiment().network().getLast();
    assertThat(sequential.layers("layers"))
        .extracting(LayerSpec::name)
        .containsExactly("dropout1", "head");
    assertThat(net.cards().getLast().inside().getFirst()).isSameAs(inside);
    workbench.undo();
    workbench.undo();
    assertThat(inside.cards())
        .extracting(LayerCardViewModel::path)
        .containsExactly("sequential1.fc1", "sequential1.dropout1");
  }

  @Test
  void listsOfOneContainerShareTheirNames() {
    net.add(LayerType.RESIDUAL);
    List<NestViewModel> inside = net.cards().getLast().inside();
    inside.getFirst().add(LayerType.LINEAR);
    inside.getLast().add(LayerType.LINEAR);

    assertThat(workbench.experiment().network().getLast().children())
        .extracting(LayerSpec::name)
        .doesNotHaveDuplicates();
    assertThatThrownBy(
            () ->
                inside
                    .getLast()
                    .cards()
                    .getFirst()
                    .rename(inside.getFirst().cards().getFirst().name()))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void misfitInsideAContainerIsOnTheCardThatDoesNotFitAndIsFixedThere() {
    net.add(LayerType.SEQUENTIAL);
    NestViewModel inside = net.cards().getLast().inside().getFirst();
    inside.add(LayerType.LINEAR);
    workbench.edit(
        now ->
            now.withLayer(
                4,
                now.network()
                    .get(4)
                    .with(
                        "layers",
                        List.of(
                            now.network()
                                .get(4)
                                .layers("layers")
                                .getFirst()
                                .with("in_features", 7)))));

    LayerCardViewModel linear = inside.cards().getFirst();
    assertThat(linear.faceProperty().get().trouble()).isPresent();
    CardTrouble ofContainer = net.cards().getLast().faceProperty().get().trouble().orElseThrow();
    assertThat(ofContainer.fix().orElseThrow().text()).isEqualTo("set in_features to 1");
    linear.fix();

    assertThat(linear.faceProperty().get().trouble()).isEmpty();
    assertThat(net.cards().getLast().faceProperty().get().trouble()).isEmpty();
  }

  @Test
  void containerThatIsClosedIsFixedByWhatFitsInsideIt() {
    net.add(LayerType.SEQUENTIAL);
    NestViewModel inside = net.cards().getLast().inside().getFirst();
    inside.add(LayerType.BATCH_NORM_1D);
    workbench.edit(now -> now.withLayer(3, now.network().get(3).with("out_features", 6)));

    net.cards().getLast().fix();

    assertThat(net.cards().getLast().faceProperty().get().trouble()).isEmpty();
    assertThat(inside.layers().getFirst().integer("num_features")).isEqualTo(6);
  }

  @Test
  void modeOfAContainerIsThatOfTheLayersInside() {
    net.add(LayerType.SEQUENTIAL);
    net.cards().getLast().inside().getFirst().add(LayerType.DROPOUT);

    net.cards().getLast().overrideMode(Optional.of(Mode.EVAL));

    LayerCardViewModel dropout = net.cards().getLast().inside().getFirst().cards().getFirst();
    assertThat(dropout.faceProperty().get().activity().orElseThrow().mode()).isEqualTo(Mode.EVAL);
  }

  @Test
  void imageIntoALinearIsOfferedAFlattenFirst() {
    workbench.edit(
        now ->
            now.withInput(
                new InputSpec.Drawn(Shape.of(4, 1, 8, 8), InputSpec.Distribution.NORMAL)));

    CardTrouble trouble = card("fc1").faceProperty().get().trouble().orElseThrow();
    assertThat(trouble.fixes()).hasSizeGreaterThan(1);
    card("fc1").fix();

    assertThat(workbench.experiment().network().getFirst().type()).isEqualTo(LayerType.FLATTEN);
    assertThat(layer("fc1").integer("in_features")).isEqualTo(64);
    assertThat(card("fc1").faceProperty().get().trouble()).isEmpty();
  }

  @Test
  void copiedLayersArePastedUnderFreeNames() {
    card("bn1").pasteBelow(card("bn1").copied());

    assertThat(workbench.experiment().network().get(2).type()).isEqualTo(LayerType.BATCH_NORM_1D);
    assertThat(workbench.experiment().network())
        .extracting(LayerSpec::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void pastedNonsenseIsToldAndChangesNothing() {
    Experiment before = workbench.experiment();

    card("bn1").pasteBelow("{\"type\": \"BatchNorn1d\"}");

    assertThat(workbench.experiment()).isEqualTo(before);
    assertThat(desk.notices().shownProperty().get().orElseThrow().text())
        .startsWith("Nothing was pasted.")
        .contains("BatchNorm1d");
  }

  private EntryViewModel type(String layer, String argument, String text) {
    int index = layer(layer).type().arguments().indexOf(layer(layer).type().argument(argument));
    EntryViewModel entry =
        switch (card(layer).arguments().get(index)) {
          case ArgumentViewModel.Typed typed -> typed.entry();
          case ArgumentViewModel.Share share -> share.entry();
          case ArgumentViewModel.Choice choice -> throw new IllegalArgumentException(choice.name());
          case ArgumentViewModel.Flag flag -> throw new IllegalArgumentException(flag.name());
        };
    entry.textProperty().set(text);
    entry.commit();
    return entry;
  }

  private LayerCardViewModel card(String name) {
    return net.cards().stream().filter(card -> card.name().equals(name)).findFirst().orElseThrow();
  }

  private LayerSpec layer(String name) {
    return workbench.experiment().network().stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return workbench.experiment().network().stream().map(LayerSpec::name).toList();
  }
}
