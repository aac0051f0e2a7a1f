package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/// Where memory does not suffice.
class ShortageTest {
  private static final long MORE_THAN_ANY_MACHINE_HAS = 1L << 45;

  @Test
  void whatNd4jIsRefusedIsAShortage() {
    long before = NativeBackend.allocatedBytes();

    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> new Storage(MORE_THAN_ANY_MACHINE_HAS, Storage.Role.VALUE))
        .withMessageContaining("140,737,488,355,328 bytes off the heap");
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  @Test
  void failedWorkLeavesNothingAllocatedWhoeverHoldsIt() {
    long before = NativeBackend.allocatedBytes();
    Tensor[] lost = new Tensor[1];

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                AllOrNothing.run(
                    () -> {
                      lost[0] = Tensor.input(Shape.of(100), new float[100]);
                      Array.zeros(Shape.of(50), 1);
                      throw new IllegalStateException("failed");
                    }));
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
    lost[0].close();
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  @Test
  void resultOfWorkThatSucceedsOutlivesIt() {
    long before = NativeBackend.allocatedBytes();

    try (Tensor kept = AllOrNothing.call(() -> Tensor.input(Shape.of(2), new float[] {1, 2}))) {
      assertThat(kept.values()).containsExactly(1, 2);
    }
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  @Test
  void outerWorkGivesBackWhatInnerWorkHandedOn() {
    long before = NativeBackend.allocatedBytes();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                AllOrNothing.run(
                    () -> {
                      AllOrNothing.call(() -> Tensor.input(Shape.of(9), new float[9]));
                      throw new IllegalStateException("failed");
                    }));
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }
}
