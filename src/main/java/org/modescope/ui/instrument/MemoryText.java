package org.modescope.ui.instrument;

import org.modescope.autograd.GradMode;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;

/// What the graph memory instrument says.
final class MemoryText {
  private static final String PER_PASS = "per pass, not RAM";

  private MemoryText() {}

  /// Before anything has run.
  static InstrumentText before() {
    return new InstrumentText(
        "",
        HeadlineTone.QUIET,
        PER_PASS,
        "What a pass keeps for backward, layer by layer.",
        "press Run: a bar for every layer that keeps something");
  }

  static InstrumentText of(Observation seen, Accounting accounting) {
    return seen.memory()
        .map(
            memory ->
                memory.recorded()
                    ? recorded(memory, accounting)
                    : nothingKept(memory, accounting, seen.experiment().gradMode()))
        .orElseGet(() -> seen.refusal().isPresent() ? refused() : before());
  }

  private static InstrumentText recorded(GraphMemory memory, Accounting accounting) {
    long bytes = accounting.of(memory);
    return new InstrumentText(
        Figure.bytes(bytes),
        HeadlineTone.GRAD,
        PER_PASS,
        "Held until backward, or while you keep the output: " + measured(memory) + ".",
        "");
  }

  private static String measured(GraphMemory memory) {
    String counted = Figure.exactBytes(memory.extraBytes());
    return memory.extraBytes() == memory.heldBytes()
        ? counted + " counted and measured"
        : counted + " counted, " + Figure.exactBytes(memory.heldBytes()) + " measured";
  }

  private static InstrumentText nothingKept(
      GraphMemory memory, Accounting accounting, GradMode gradMode) {
    String why =
        gradMode == GradMode.GRAD
            ? "Nothing here requires a gradient, so nothing was recorded."
            : gradMode.key() + " keeps nothing.";
    String instead =
        memory
            .ifRecorded()
            .map(
                other ->
                    " With grad on, a pass would hold "
                        + Figure.exactBytes(accounting.of(other))
                        + ".")
            .orElse("");
    return new InstrumentText(
        "0 B",
        HeadlineTone.QUIET,
        PER_PASS,
        why + instead,
        "no graph: nothing is kept for backward, and backward() would raise");
  }

  private static InstrumentText refused() {
    return new InstrumentText(
        "",
        HeadlineTone.QUIET,
        PER_PASS,
        "The pass was refused before there was a graph to keep.",
        "no graph: the pass was refused");
  }
}
