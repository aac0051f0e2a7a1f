package org.modescope.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// All that somebody changed by hand in the state that a net starts from.
///
/// @param edits by key
public record StateEdits(SequencedMap<String, StateEdit> edits) {
  public static final StateEdits NONE = new StateEdits(new LinkedHashMap<>());

  public StateEdits {
    edits = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(edits));
  }

  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /// How many numbers were changed.
  public int count() {
    return edits.values().stream().mapToInt(StateEdit::count).sum();
  }

  /// These edits with another one under a key, in place of what was there.
  public StateEdits with(String key, StateEdit edit) {
    SequencedMap<String, StateEdit> changed = new LinkedHashMap<>(edits);
    changed.put(key, edit);
    return new StateEdits(changed);
  }

  /// These edits but for one key.
  public StateEdits without(String key) {
    SequencedMap<String, StateEdit> changed = new LinkedHashMap<>(edits);
    changed.remove(key);
    return new StateEdits(changed);
  }

  /// Those that a net has a place for.
  StateEdits within(StateLayout layout) {
    SequencedMap<String, StateEdit> kept = new LinkedHashMap<>();
    for (Map.Entry<String, StateEdit> each : edits.entrySet()) {
      if (each.getValue().fits(layout.entries().get(each.getKey()))) {
        kept.put(each.getKey(), each.getValue());
      }
    }
    return kept.size() == edits.size() ? this : new StateEdits(kept);
  }
}
