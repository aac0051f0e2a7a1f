package org.modescope.ui.weights;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateEdit;
import org.modescope.experiment.StateEdits;
import org.modescope.nn.StateDict;

/// What the net in hand starts from: what is drawn, and what a file and edits put in its place. To
/// put edits in is to copy a tensor, so that is done once.
final class Start {
  private final Experiment experiment;
  private final StateDict drawn;
  private final Map<String, StateDict.Entry> edited = new ConcurrentHashMap<>();

  /// @param experiment the one in hand
  /// @param drawn the state that is drawn for it
  Start(Experiment experiment, StateDict drawn) {
    this.experiment = experiment;
    this.drawn = drawn;
  }

  Experiment experiment() {
    return experiment;
  }

  StateDict drawn() {
    return drawn;
  }

  /// Where the numbers under a key come from.
  enum Origin {
    /// Drawn from the seed.
    DRAWN,
    /// All 0 or all 1, as layers begin without drawing.
    INITIAL,
    /// Loaded.
    FILE,
    /// Changed by hand.
    EDITED
  }

  boolean has(String key) {
    return drawn.entries().containsKey(key);
  }

  /// What is under a key, edits put in.
  StateDict.Entry now(String key) {
    return edit(key).isEmpty()
        ? base(key)
        : edited.computeIfAbsent(key, _ -> given(key, experiment.parameters()));
  }

  /// What is under a key without edits.
  StateDict.Entry base(String key) {
    return given(key, experiment.parameters().map(each -> each.withEdits(StateEdits.NONE)));
  }

  /// What is drawn under a key.
  StateDict.Entry drawn(String key) {
    StateDict.Entry entry = drawn.entries().get(key);
    if (entry == null) {
      throw new IllegalArgumentException("the net has no key " + key);
    }
    return entry;
  }

  private StateDict.Entry given(String key, Optional<Parameters> parameters) {
    StateDict.Entry own = drawn(key);
    return parameters.map(each -> each.given(key, own)).orElse(own);
  }

  Optional<StateEdit> edit(String key) {
    return experiment.parameters().map(each -> each.edits().edits().get(key));
  }

  Origin origin(String key) {
    if (edit(key).isPresent()) {
      return Origin.EDITED;
    }
    if (isLoaded(key)) {
      return Origin.FILE;
    }
    return isConstant(drawn(key)) ? Origin.INITIAL : Origin.DRAWN;
  }

  /// Whether a file gives what is under a key.
  boolean isLoaded(String key) {
    StateDict.Entry own = drawn(key);
    return experiment
        .parameters()
        .filter(Parameters::isFromFile)
        .filter(each -> each.loads(key, own))
        .isPresent();
  }

  private static boolean isConstant(StateDict.Entry entry) {
    if (!(entry instanceof StateDict.Floats floats)) {
      return true;
    }
    float[] values = floats.values();
    for (float value : values) {
      if (value != values[0] || value != 0 && value != 1) {
        return false;
      }
    }
    return true;
  }

  /// All of it, edits put in.
  StateDict whole() {
    return experiment.parameters().map(each -> each.over(() -> drawn)).orElse(drawn);
  }
}
