package org.modescope.ui.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.modescope.experiment.StateLayout;
import org.modescope.nn.StateDict;
import org.modescope.ui.chart.weights.ValueStrip;
import org.modescope.words.Text;

/// Makes the list of keys: parameters apart from buffers.
record KeyLines(Text text) {

  /// @param wanted what the keys must contain; empty for all
  List<KeyLine> of(Start start, String wanted) {
    Set<String> learned = StateLayout.parameterKeys(start.experiment().network());
    List<String> parameters = new ArrayList<>();
    List<String> buffers = new ArrayList<>();
    for (String key : start.drawn().entries().keySet()) {
      if (key.toLowerCase(Locale.ROOT).contains(wanted.strip().toLowerCase(Locale.ROOT))) {
        (learned.contains(key) ? parameters : buffers).add(key);
      }
    }
    List<KeyLine> lines = new ArrayList<>();
    add(lines, "weights.keys.parameters", parameters, start);
    add(lines, "weights.keys.buffers", buffers, start);
    return lines;
  }

  private void add(List<KeyLine> lines, String head, List<String> keys, Start start) {
    if (keys.isEmpty()) {
      return;
    }
    long numbers = keys.stream().mapToLong(key -> count(start.drawn(key))).sum();
    lines.add(new KeyLine.Head(text.say(head), text.numbers().count(numbers)));
    keys.forEach(key -> lines.add(line(key, start)));
  }

  private static long count(StateDict.Entry entry) {
    return switch (entry) {
      case StateDict.Floats floats -> floats.values().length;
      case StateDict.Counter _ -> 1;
    };
  }

  private KeyLine line(String key, Start start) {
    float[] first = first(start.now(key));
    double limit = 0;
    for (float value : first) {
      limit = Float.isFinite(value) ? Math.max(limit, Math.abs(value)) : limit;
    }
    Start.Origin origin = start.origin(key);
    return new KeyLine.Key(
        key, origin, badge(origin, start), brief(origin), first, limit == 0 ? 1 : limit);
  }

  private static float[] first(StateDict.Entry entry) {
    return switch (entry) {
      case StateDict.Floats floats ->
          Arrays.copyOf(floats.values(), Math.min(floats.values().length, ValueStrip.MOST));
      case StateDict.Counter(long value) -> new float[] {value};
    };
  }

  private String brief(Start.Origin origin) {
    return switch (origin) {
      case DRAWN -> text.say("weights.badge.brief");
      case INITIAL -> text.say("weights.badge.initial");
      case FILE -> text.say("weights.badge.file");
      case EDITED -> text.say("weights.badge.edited");
    };
  }

  private String badge(Start.Origin origin, Start start) {
    return switch (origin) {
      case DRAWN ->
          text.say("weights.badge.drawn", "seed", Long.toString(start.experiment().seed()));
      case INITIAL -> text.say("weights.badge.initial");
      case FILE -> text.say("weights.badge.file");
      case EDITED -> text.say("weights.badge.edited");
    };
  }
}
