package org.modescope.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;

class StateDictTest {
  @Test
  void statesOfTheSameNumbersAreEqual() {
    assertThat(state(1, 2)).isEqualTo(state(1, 2)).hasSameHashCodeAs(state(1, 2));
  }

  @Test
  void stateSharesTheArraysOfAnotherThatAreEqual() {
    StateDict one = state(1, 2);
    StateDict same = state(1, 2);

    StateDict shared = same.sharing(one);

    assertThat(shared.entries().get("fc1.bias")).isSameAs(one.entries().get("fc1.bias"));
    assertThat(state(1, 3).sharing(one)).isEqualTo(state(1, 3));
  }

  @Test
  void oneOtherNumberMakesAnotherState() {
    assertThat(state(1, 2)).isNotEqualTo(state(1, 3));
  }

  @Test
  void numbersAreComparedBitByBit() {
    assertThat(state(Float.NaN, 0))
        .isEqualTo(state(Float.NaN, 0))
        .isNotEqualTo(state(Float.NaN, -0f));
  }

  private static StateDict state(float... values) {
    return new StateDict(
        new LinkedHashMap<>(
            Map.of("fc1.bias", new StateDict.Floats(Shape.of(values.length), values))));
  }
}
