package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ArenaTest {
  private static final long ROW_BYTES = 4 * Float.BYTES;

  @Test
  void closingGivesBackWhatWasMadeInside() {
    long before = NativeBackend.allocatedBytes();

    try (Arena _ = Arena.open()) {
      row().relu();
      assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(2 * ROW_BYTES);
    }

    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  @Test
  void keptTensorOutlivesItsArena() {
    long before = NativeBackend.allocatedBytes();
    Tensor kept;

    try (Arena arena = Arena.open()) {
      kept = arena.keep(row().relu());
    }

    assertThat(kept.values()).containsExactly(0, 1, 2, 3);
    assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(ROW_BYTES);
    kept.close();
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  @Test
  void keptTensorBelongsToTheEnclosingArena() {
    long before = NativeBackend.allocatedBytes();

    try (Arena _ = Arena.open()) {
      try (Arena inner = Arena.open()) {
        inner.keep(row());
      }
      assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(ROW_BYTES);
    }

    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  @Test
  void graphHoldsWhatItSavedAfterEverythingElseIsClosed() {
    long before = NativeBackend.allocatedBytes();
    Tensor output;

    try (Arena arena = Arena.open()) {
      output = arena.keep(row().requireGrad(true).relu().relu());
    }
    output.releaseValue();

    assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(output.graph().uniqueBytes());
    assertThat(output.graph().uniqueBytes()).isEqualTo(2 * ROW_BYTES);
    output.close();
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  @Test
  void backwardGivesBackWhatTheGraphHeld() {
    long before = NativeBackend.allocatedBytes();
    Tensor input = row().requireGrad(true);
    Tensor output;
    try (Arena arena = Arena.open()) {
      output = arena.keep(input.relu());
    }
    output.releaseValue();
    assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(2 * ROW_BYTES);

    output.backward(new float[] {1, 1, 1, 1});

    input.clearGrad();
    assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(ROW_BYTES);
    output.close();
    input.close();
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  @Test
  void arenasCloseInReverseOrder() {
    Arena outer = Arena.open();
    Arena inner = Arena.open();

    assertThatIllegalStateException().isThrownBy(outer::close);

    inner.close();
    outer.close();
  }

  private static Tensor row() {
    return Tensor.input(Shape.of(4), new float[] {0, 1, 2, 3});
  }
}
