package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/// Large pieces of memory are used again, and what lies idle has a bound.
class IdleMemoryTest {
  private static final long LENGTH = 3 << 20;

  @Test
  void aPieceIsTakenAgainByWhoeverAsksForAsMuch() {
    NativeBackend.load();
    IdleMemory idle = new IdleMemory();
    Pointer piece = idle.take(LENGTH);
    long address = piece.address();

    idle.giveBack(piece, LENGTH);
    Pointer other = idle.take(LENGTH + 1);
    Pointer again = idle.take(LENGTH);

    assertThat(again.address()).isEqualTo(address);
    assertThat(other.address()).isNotEqualTo(address);
    idle.giveBack(again, LENGTH);
    idle.giveBack(other, LENGTH + 1);
  }

  @Test
  void whatIsLongerThanAllThatMayLieIdleIsNotKept() {
    NativeBackend.load();
    IdleMemory idle = new IdleMemory();

    for (int i = 0; i < 3; i++) {
      idle.giveBack(idle.take(65L << 20), 65L << 20);
    }

    assertThat(idle.idleBytes()).isZero();
  }

  @Test
  void theOldestGoesFirst() {
    NativeBackend.load();
    IdleMemory idle = new IdleMemory();
    Pointer oldest = idle.take(40L << 20);
    Pointer newest = idle.take(30L << 20);

    idle.giveBack(oldest, 40L << 20);
    idle.giveBack(newest, 30L << 20);

    assertThat(idle.idleBytes()).isEqualTo(30L << 20);
  }

  @Test
  void largeStoragesAreCounted() {
    long before = NativeBackend.allocatedBytes();

    Storage storage = new Storage(LENGTH, Storage.Role.VALUE);

    assertThat(NativeBackend.allocatedBytes() - before).isEqualTo(LENGTH * Float.BYTES);
    storage.release();
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }
}
