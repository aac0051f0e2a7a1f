package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// A shared loop computes every chunk once, whoever computes it.
class CoresTest {
  @Property(tries = 200)
  void everyChunkIsComputedOnce(@ForAll @IntRange(min = 0, max = 200) int chunks) {
    AtomicIntegerArray times = new AtomicIntegerArray(chunks);

    Cores.share(chunks, () -> times::incrementAndGet);

    for (int chunk = 0; chunk < chunks; chunk++) {
      assertThat(times.get(chunk)).isOne();
    }
  }

  @Test
  void aThreadHasAWorkerOfItsOwn() {
    Set<Thread> makers = ConcurrentHashMap.newKeySet();

    Cores.share(
        100,
        () -> {
          Thread maker = Thread.currentThread();
          assertThat(makers.add(maker)).isTrue();
          return chunk -> assertThat(Thread.currentThread()).isEqualTo(maker);
        });

    assertThat(makers).isNotEmpty();
  }

  @Test
  void aFailureReachesTheCallerAndTheNextLoopRuns() {
    assertThatThrownBy(
            () ->
                Cores.share(
                    50,
                    () ->
                        chunk -> {
                          if (chunk == 30) {
                            throw new IllegalStateException("chunk 30");
                          }
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("chunk 30");

    everyChunkIsComputedOnce(50);
  }

  @Test
  void aLoopWithinALoopRunsOnItsOwnThread() {
    AtomicIntegerArray times = new AtomicIntegerArray(64);

    Cores.share(8, () -> outer -> Cores.share(8, () -> i -> times.incrementAndGet(outer * 8 + i)));

    for (int i = 0; i < times.length(); i++) {
      assertThat(times.get(i)).isOne();
    }
  }
}
