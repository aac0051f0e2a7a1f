package org.modescope.ui.instrument;

import java.util.List;
import org.modescope.autograd.GradMode;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.ui.chart.memory.Accounting;
import org.modescope.words.Text;

/// What the graph memory instrument says.
///
/// @param text the language
record MemoryText(Text text) {

  /// Before anything has run.
  InstrumentText before() {
    return quiet(
        "", text.say("instrument.memory.before.sentence"), "instrument.memory.before.empty");
  }

  InstrumentText of(Observation seen, Accounting accounting) {
    return seen.memory()
        .map(
            memory ->
                memory.recorded()
                    ? recorded(memory, accounting)
                    : nothingKept(memory, accounting, seen.experiment().gradMode()))
        .orElseGet(() -> seen.refusal().isPresent() ? refused() : before());
  }

  private InstrumentText recorded(GraphMemory memory, Accounting accounting) {
    return new InstrumentText(
        text.numbers().roughBytes(accounting.of(memory)),
        HeadlineTone.GRAD,
        context(),
        sentence(memory, accounting),
        "");
  }

  private String sentence(GraphMemory memory, Accounting accounting) {
    String counted = text.numbers().bytes(accounting.of(memory));
    return switch (accounting) {
      case PACKED -> text.say("instrument.memory.packed", "bytes", counted);
      case UNIQUE -> text.say("instrument.memory.unique", "bytes", counted);
      case EXTRA ->
          memory.extraBytes() == memory.heldBytes()
              ? text.say("instrument.memory.extra", "bytes", counted)
              : text.say(
                  "instrument.memory.extra.differs",
                  "bytes",
                  counted,
                  "measured",
                  text.numbers().bytes(memory.heldBytes()));
    };
  }

  private InstrumentText nothingKept(GraphMemory memory, Accounting accounting, GradMode gradMode) {
    String why =
        gradMode == GradMode.GRAD
            ? text.say("instrument.memory.nothing.grad")
            : text.say("instrument.memory.nothing", "mode", gradMode.key());
    String instead =
        memory
            .ifRecorded()
            .map(
                other ->
                    text.say(
                        "instrument.memory.instead",
                        "bytes",
                        text.numbers().bytes(accounting.of(other))))
            .orElse("");
    return quiet(
        text.numbers().bytes(0),
        text.paragraph(List.of(why, instead)),
        "instrument.memory.nothing.empty");
  }

  private InstrumentText refused() {
    return quiet(
        "", text.say("instrument.memory.refused.sentence"), "instrument.memory.refused.empty");
  }

  private InstrumentText quiet(String headline, String sentence, String emptyKey) {
    return new InstrumentText(
        headline, HeadlineTone.QUIET, context(), sentence, text.say(emptyKey));
  }

  private String context() {
    return text.say("instrument.memory.context");
  }
}
