package org.modescope.experiment;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.modescope.nn.StateDict;

/// What a net starts from in place of what is drawn: the tensors of a file, numbers that were
/// changed by hand, or both.
///
/// @param file the safetensors file, as the experiment names it; empty where there is none
/// @param loading how its tensors become the net's
/// @param state its parameters, buffers and counters under the net's keys; where only what fits is
///   loaded, all tensors of the file
/// @param edits what was changed by hand on top of that
public record Parameters(String file, Loading loading, StateDict state, StateEdits edits) {

  /// A file that is the whole state.
  public Parameters(String file, StateDict state) {
    this(file, Loading.STRICT, state, StateEdits.NONE);
  }

  /// Drawn numbers of which some were changed by hand.
  public static Parameters edited(StateEdits edits) {
    return new Parameters("", Loading.WHAT_FITS, new StateDict(new LinkedHashMap<>()), edits);
  }

  /// Whether a file is loaded.
  public boolean isFromFile() {
    return !file.isEmpty();
  }

  /// What of the file is loaded and what is left out.
  public IncompatibleKeys keys(StateLayout layout) {
    return IncompatibleKeys.of(layout, state);
  }

  /// What remains of this for another net: a file that must fit is let go of where it does not, and
  /// so are edits of what the net no longer has.
  Optional<Parameters> within(StateLayout layout) {
    StateEdits kept = edits.within(layout);
    if (!isFromFile() || loading.isStrict() && !layout.fits(state)) {
      return kept.isEmpty() ? Optional.empty() : Optional.of(edited(kept));
    }
    return Optional.of(new Parameters(file, loading, state, kept));
  }

  /// Everything in this that a net has a place for, under its keys, edits put in.
  ///
  /// @param drawn the net's own state
  public StateDict over(Supplier<StateDict> drawn) {
    if (loading.isStrict() && edits.isEmpty()) {
      return state;
    }
    SequencedMap<String, StateDict.Entry> merged = new LinkedHashMap<>(drawn.get().entries());
    merged.replaceAll((key, entry) -> given(key, entry));
    return new StateDict(merged);
  }

  /// Whether the file gives what is under a key.
  public boolean loads(String key, StateDict.Entry drawn) {
    StateDict.Entry loaded = state.entries().get(key);
    return loaded != null && sameForm(loaded, drawn);
  }

  /// What this makes of what is drawn under a key.
  public StateDict.Entry given(String key, StateDict.Entry drawn) {
    StateDict.Entry loaded = state.entries().get(key);
    StateDict.Entry present = loaded != null && loads(key, drawn) ? loaded : drawn;
    StateEdit edit = edits.edits().get(key);
    return edit == null ? present : edit.applyTo(present);
  }

  private static boolean sameForm(StateDict.Entry loaded, StateDict.Entry drawn) {
    return switch (loaded) {
      case StateDict.Floats floats ->
          drawn instanceof StateDict.Floats net && net.shape().equals(floats.shape());
      case StateDict.Counter _ -> drawn instanceof StateDict.Counter;
    };
  }

  public Parameters named(String newFile) {
    return new Parameters(newFile, loading, state, edits);
  }

  public Parameters withEdits(StateEdits newEdits) {
    return new Parameters(file, loading, state, newEdits);
  }

  /// The same with its edits as if the file had had them: all of the file that was loaded, and each
  /// edited tensor as a whole.
  ///
  /// @param start the state that the net starts from
  public Parameters settled(String newFile, StateLayout layout, StateDict start) {
    SequencedMap<String, StateDict.Entry> all = new LinkedHashMap<>(state.entries());
    start
        .entries()
        .forEach(
            (key, entry) -> {
              if (edits.edits().containsKey(key)) {
                all.put(key, entry);
              }
            });
    StateDict settled = new StateDict(all);
    Loading how = layout.fits(settled) ? Loading.STRICT : Loading.WHAT_FITS;
    return new Parameters(newFile, how, settled, StateEdits.NONE);
  }
}
