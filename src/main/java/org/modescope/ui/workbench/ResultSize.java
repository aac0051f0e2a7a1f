package org.modescope.ui.workbench;

import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;

/// How much memory an observation takes, about.
final class ResultSize {
  private static final long PER_TENSOR = 160;
  private static final long PER_ARRAY = 24;

  private ResultSize() {}

  static long of(Observation seen) {
    long bytes = seen.output().map(ResultSize::of).orElse(0L);
    for (RunningStatistics layer : seen.statistics()) {
      bytes += of(layer.mean()) + of(layer.variance());
    }
    return bytes + seen.memory().map(ResultSize::of).orElse(0L);
  }

  private static long of(OutputVariance output) {
    long elements = output.mean().length;
    return elements * (2L * Double.BYTES + 2L * Float.BYTES)
        + output.samples().size() * (PER_ARRAY + elements * Float.BYTES);
  }

  private static long of(RunningStatistics.Trace trace) {
    return trace.stretches().size() * 3L * (PER_ARRAY + (long) trace.start().length * Float.BYTES);
  }

  private static long of(GraphMemory memory) {
    long tensors = memory.nodes().stream().mapToLong(node -> 1 + node.saved().size()).sum();
    return (tensors + memory.timeline().size()) * PER_TENSOR
        + memory.ifRecorded().map(ResultSize::of).orElse(0L);
  }
}
