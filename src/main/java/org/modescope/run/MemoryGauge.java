package org.modescope.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Graph;
import org.modescope.measure.GraphInspector;
import org.modescope.measure.GraphMemory;
import org.modescope.nn.PassRefusedException;

/// Measures what the graph of a pass holds: that of the first, and where asked for the life of one
/// that is recorded on a copy.
final class MemoryGauge implements Gauge {
  private final GradMode gradMode;
  private @Nullable GraphMemory first;
  private @Nullable GraphMemory recorded;

  MemoryGauge(GradMode gradMode) {
    this.gradMode = gradMode;
  }

  /// Looks at a recorded pass of a copy: for the time line, and for what grad would keep where the
  /// run records nothing.
  @Override
  public void started(Setting setting) {
    if (!setting.options().timeline() || recorded != null) {
      return;
    }
    LiveNet live = setting.live();
    try (var copy = live.copy()) {
      recorded = GraphInspector.record(copy, setting.input(), live.drawsToCome());
    } catch (PassRefusedException refused) {
      // The run itself is about to be refused, and says so.
      recorded = null;
    }
  }

  @Override
  public void graph(Block block, Graph graph, long heldBytes) {
    if (first == null) {
      first = GraphInspector.describe(graph, heldBytes, List.of());
    }
  }

  @Override
  public void tell(ObservationDraft draft) {
    if (first == null) {
      return;
    }
    GraphMemory alone = first;
    GraphMemory other = recorded;
    if (other == null) {
      draft.memory(alone);
    } else if (gradMode == GradMode.GRAD) {
      draft.memory(alone.withTimeline(other.timeline()));
    } else {
      draft.memory(other.recorded() ? alone.withIfRecorded(other) : alone);
    }
  }
}
