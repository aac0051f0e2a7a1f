package org.modescope.ui.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Workbench;

class NestMoveTest {
  private final Workbench workbench = new Workbench(new FakeRunner(), Presets.simpleNet());
  private final Desk desk = Desks.of(workbench);
  private final NetViewModel net = new NetViewModel(desk);

  @BeforeEach
  void addContainers() {
    LayerSpec inner =
        LayerSpec.of(LayerType.SEQUENTIAL, "inner", Map.of("layers", List.of(relu("relu"))));
    LayerSpec block =
        LayerSpec.of(
            LayerType.SEQUENTIAL, "block", Map.of("layers", List.of(relu("dropout"), inner)));
    LayerSpec ways = LayerSpec.concat("ways", List.of(List.of(relu("relu"))), 1);
    Experiment now = workbench.experiment();
    workbench.edit(
        now.withNetwork(Stream.concat(now.network().stream(), Stream.of(block, ways)).toList()));
  }

  @Test
  void layerGoesIntoAContainerAndTakesAFreeNameThere() {
    nest("block").takeIn(card("dropout"), 1);

    assertThat(names(nest("block"))).containsExactly("dropout", "dropout1", "inner");
    assertThat(names(net.layers())).containsExactly("fc1", "bn1", "fc2", "block", "ways");
    net.undo();
    assertThat(names(net.layers())).contains("dropout");
    assertThat(names(nest("block"))).containsExactly("dropout", "inner");
  }

  @Test
  void layerComesOutOfAContainerWithItsArguments() {
    LayerCardViewModel inner = nest("block").cards().getLast();

    net.layers().takeIn(inner, 0);

    assertThat(names(net.layers())).startsWith("inner", "fc1");
    assertThat(names(net.cards().getFirst().inside().getFirst())).containsExactly("relu");
  }

  @Test
  void layerGoesFromOneContainerDeeperIntoAnother() {
    nest("block").cards().getLast().inside().getFirst().takeIn(card("bn1"), 9);

    assertThat(names(nest("block").cards().getLast().inside().getFirst()))
        .containsExactly("relu", "bn1");
  }

  @Test
  void containerIsNotPutIntoItselfHoweverDeep() {
    NestViewModel deep = nest("block").cards().getLast().inside().getFirst();

    assertThat(refusal(deep, card("block"))).isEqualTo("“block” cannot be put inside itself.");
  }

  @Test
  void branchesOfAConcatAreSequentialsAndOneStays() {
    assertThat(refusal(nest("ways"), card("bn1")))
        .startsWith("“bn1” cannot be a branch of a Concat");
    assertThat(refusal(net.layers(), nest("ways").cards().getFirst()))
        .startsWith("“branch1” is the only branch of its Concat");

    nest("ways").takeIn(card("block"), 0);

    assertThat(names(nest("ways"))).containsExactly("block", "branch1");
  }

  @Test
  void layerAddedAsABranchGetsASequentialAroundIt() {
    nest("ways").add(LayerType.TANH);

    assertThat(names(nest("ways"))).containsExactly("branch1", "sequential2");
    assertThat(names(nest("ways").cards().getLast().inside().getFirst())).containsExactly("tanh1");
  }

  @Test
  void onlyBranchIsNotRemoved() {
    nest("ways").cards().getFirst().remove();

    assertThat(names(nest("ways"))).containsExactly("branch1");
  }

  private String refusal(NestViewModel into, LayerCardViewModel moved) {
    Experiment before = workbench.experiment();
    assertThat(into.canTakeIn(moved)).isFalse();
    into.takeIn(moved, 0);
    assertThat(workbench.experiment()).isEqualTo(before);
    return desk.notices().shownProperty().get().orElseThrow().text();
  }

  private static LayerSpec relu(String name) {
    return LayerSpec.of(LayerType.RELU, name, Map.of());
  }

  private NestViewModel nest(String layer) {
    return card(layer).inside().getFirst();
  }

  private LayerCardViewModel card(String layer) {
    return net.cards().stream().filter(card -> card.name().equals(layer)).findFirst().orElseThrow();
  }

  private static List<String> names(NestViewModel nest) {
    return nest.cards().stream().map(LayerCardViewModel::name).toList();
  }
}
