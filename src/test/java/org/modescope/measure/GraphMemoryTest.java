package org.modescope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphMemoryTest {
  private static final GraphMemory RECORDED =
      new GraphMemory(true, 9440, 9440, 7840, 7840, List.of(), List.of(), Optional.empty());
  private static final GraphMemory UNRECORDED =
      new GraphMemory(false, 0, 0, 0, 0, List.of(), List.of(), Optional.empty());

  @Test
  void gradHoldsTheSameBytesWhetherTheyAreHeldOrOnlyWouldBe() {
    assertThat(RECORDED.heldIfRecorded()).hasValue(7840);
    assertThat(UNRECORDED.withIfRecorded(RECORDED).heldIfRecorded()).hasValue(7840);
  }

  @Test
  void passThatNobodyRecordedTellsNothing() {
    assertThat(UNRECORDED.heldIfRecorded()).isEmpty();
  }
}
