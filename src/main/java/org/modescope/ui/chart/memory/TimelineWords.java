package org.modescope.ui.chart.memory;

import java.util.List;
import org.modescope.measure.GraphMemory.Moment;
import org.modescope.measure.GraphMemory.Phase;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.words.Text;

/// What [MemoryTimelineChart] shows, in words and numbers.
///
/// @param text the language
record TimelineWords(Text text) {

  String nothing() {
    return text.say("chart.timeline.nothing");
  }

  /// The whole chart in a sentence or two.
  String summary(double peak, int keptOutputs, double keptBytes) {
    String most =
        text.say("chart.timeline.summary", "bytes", text.numbers().labelBytes((long) peak));
    return keptBytes == 0 ? most : most + " " + kept(keptOutputs, keptBytes);
  }

  /// What the y axis measures.
  String measure(Accounting accounting) {
    return text.say("chart.timeline.measure." + accounting.key());
  }

  /// What would be held if every output were kept.
  String kept(int outputs, double bytes) {
    return text.say(
        "chart.timeline.kept", "count", outputs, "bytes", text.numbers().labelBytes((long) bytes));
  }

  /// What people call a phase.
  String phase(Phase phase) {
    return switch (phase) {
      case FORWARD -> text.say("chart.timeline.phase.forward");
      case BACKWARD -> text.say("chart.timeline.phase.backward");
    };
  }

  /// A moment: in which phase, at which layer, and what is held then.
  String readout(Moment moment) {
    return text.say(
        "chart.timeline.readout",
        "phase",
        phase(moment.phase()),
        "layer",
        moment.layer(),
        "bytes",
        text.numbers().labelBytes(moment.heldBytes()));
  }

  String freed() {
    return text.say("chart.timeline.freed");
  }

  /// One row per moment.
  ChartTable table(List<Moment> moments) {
    return new ChartTable(
        List.of(
            text.say("chart.timeline.table.phase"),
            text.say("chart.timeline.table.layer"),
            text.say("chart.timeline.table.held")),
        moments.stream()
            .map(
                moment ->
                    List.<Cell>of(
                        new Word(phase(moment.phase())),
                        new Word(moment.layer()),
                        new Count(moment.heldBytes())))
            .toList());
  }
}
