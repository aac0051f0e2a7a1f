package org.modescope.mystery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

class MysteryNetsTest {
  private static final int MANY = 300;

  @ParameterizedTest
  @EnumSource
  void sameNumberMakesTheSameNet(Level level) {
    assertThat(MysteryNets.of(level, 417)).isEqualTo(MysteryNets.of(level, 417));
  }

  /// Drawn from PyTorch's generator: on no machine may it be another one, since answers lie in
  /// drawers.
  @Test
  void netThatWasHandedOutStaysWhatItIs() {
    MysteryNet net = MysteryNets.of(Level.TWO, 417);

    assertThat(net.truth().cards().stream().map(Card::kind))
        .containsExactly(Kind.LINEAR, Kind.DROPOUT, Kind.LINEAR, Kind.RELU);
    assertThat(net.truth().mode()).isEqualTo(Mode.TRAIN);
    assertThat(net.truth().gradMode()).isEqualTo(GradMode.INFERENCE_MODE);
  }

  @ParameterizedTest
  @EnumSource
  void overManyNumbersEveryKindModeAndGradModeComesUp(Level level) {
    Set<Kind> kinds = new HashSet<>();
    Set<Object> switches = new HashSet<>();

    many(level)
        .forEach(
            net -> {
              net.truth().cards().forEach(card -> kinds.add(card.kind()));
              switches.add(net.truth().mode());
              switches.add(net.truth().gradMode());
            });

    assertThat(kinds).containsAll(level.kinds());
    assertThat(switches).containsAll(List.of(Mode.values())).containsAll(level.gradModes());
  }

  @Test
  void eachLevelHidesMoreThanTheOneBefore() {
    assertThat(many(Level.ONE)).allMatch(net -> unknown(net) == 1 && net.slots().size() == 3);
    assertThat(many(Level.TWO)).allMatch(net -> unknown(net) == 2 && net.slots().size() == 4);
    assertThat(many(Level.THREE)).allMatch(net -> unknown(net) == 3 && net.slots().size() == 6);
    assertThat(many(Level.TWO)).noneMatch(MysteryNetsTest::hasOwnMode);
    assertThat(many(Level.THREE)).anyMatch(MysteryNetsTest::hasOwnMode);
    assertThat(Level.TWO.tellsParameters()).isTrue();
    assertThat(Level.THREE.tellsParameters()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void layersFitTheirPlaces(Level level) {
    assertThat(many(level)).allMatch(net -> net.canBe(net.truth()));
  }

  private static List<MysteryNet> many(Level level) {
    return LongStream.range(0, MANY).mapToObj(number -> MysteryNets.of(level, number)).toList();
  }

  private static long unknown(MysteryNet net) {
    return net.truth().cards().stream().filter(card -> card.kind() != Kind.LINEAR).count();
  }

  private static boolean hasOwnMode(MysteryNet net) {
    return net.truth().cards().stream().anyMatch(card -> card.own().isPresent());
  }
}
