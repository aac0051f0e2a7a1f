package org.modescope.files;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Loading;
import org.modescope.experiment.StateLayout;
import org.modescope.nn.StateDict;

/// Loads tensors one after another as the entries of a net's state.
final class StateReading {
  private final Safetensors tensors;
  private final StateLayout layout;
  private final ReadProgress progress;
  private long done;
  private long all;

  StateReading(Safetensors tensors, StateLayout layout, ReadProgress progress) {
    this.tensors = tensors;
    this.layout = layout;
    this.progress = progress;
  }

  /// @param names the file's names by the net's keys
  StateDict read(SequencedMap<String, String> names, Loading loading) {
    names.values().forEach(name -> all += bytes(name));
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    if (loading.isStrict()) {
      layout.entries().keySet().forEach(key -> entries.put(key, entry(key, names)));
    } else {
      names.keySet().forEach(key -> entries.put(key, entry(key, names)));
    }
    return new StateDict(entries);
  }

  private StateDict.Entry entry(String key, SequencedMap<String, String> names) {
    String name = names.get(key);
    boolean isCounter = layout.entries().get(key) instanceof StateLayout.Counter;
    if (name == null) {
      return new StateDict.Counter(0);
    }
    Safetensors.Entry found = tensors.entries().get(name);
    if (isCounter && found != null && found.isCounter()) {
      return new StateDict.Counter(tensors.integer(name));
    }
    long before = done;
    progress.at(before, all);
    float[] values = tensors.floats(name, loaded -> progress.at(before + loaded, all));
    done += bytes(name);
    return new StateDict.Floats(found == null ? Shape.of(values.length) : found.shape(), values);
  }

  private long bytes(String name) {
    Safetensors.Entry entry = tensors.entries().get(name);
    return entry == null ? 0 : entry.to() - entry.from();
  }
}
