package org.modescope.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.experiment.StateLayout;
import org.modescope.words.Phrase;

/// What keeps tensors from being a net's state, in PyTorch's words, and what may be done about it.
final class StateFit {
  private static final int MOST_LISTED = 20;
  private static final int MOST_COMPARED = 100;

  private final IncompatibleKeys keys;
  private final Map<String, String> names;

  /// @param tensors of the file
  /// @param names the file's names by the net's keys that they stand for
  StateFit(
      StateLayout layout,
      Map<String, Safetensors.Entry> tensors,
      SequencedMap<String, String> names) {
    this.names = names;
    SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
    names.forEach((key, name) -> shapes.put(key, shape(tensors.get(name))));
    keys = IncompatibleKeys.of(layout, shapes);
  }

  private static Shape shape(Safetensors.@Nullable Entry entry) {
    return entry == null ? Shape.of() : entry.shape();
  }

  /// All that is wrong, in one line; empty if the tensors fit.
  Optional<Phrase> problems() {
    if (keys.isWhole()) {
      return Optional.empty();
    }
    List<String> lines =
        keys.toTorch(MOST_LISTED).stream().map(line -> Printable.of(line)).toList();
    List<Phrase> told = new ArrayList<>();
    told.add(Phrase.of("file.state.unfit", "error", String.join(" ", lines)));
    prefix().ifPresentOrElse(told::add, () -> told.addAll(nearMisses()));
    if (!keys.fitting().isEmpty()) {
      told.add(Phrase.of("file.state.load-what-fits", "count", keys.fitting().size()));
    }
    return Optional.of(Phrase.joined("file.state.separator", told));
  }

  /// Programs put a name of their own before all of a net's keys, such as `module.fc1.weight`.
  private Optional<Phrase> prefix() {
    return keys.prefix()
        .map(
            prefix ->
                Phrase.of(
                    "file.state.strip",
                    "count",
                    names.keySet().stream().filter(key -> key.startsWith(prefix)).count(),
                    "prefix",
                    Excerpt.bare(prefix)));
  }

  private List<Phrase> nearMisses() {
    List<String> near = keys.missing().stream().limit(MOST_COMPARED).toList();
    List<Phrase> told = new ArrayList<>();
    for (String key : keys.unexpected().stream().limit(MOST_LISTED).toList()) {
      near.stream()
          .filter(absent -> key.endsWith("." + absent) || absent.endsWith("." + key))
          .findFirst()
          .or(() -> NearMiss.of(key, near))
          .ifPresent(
              meant ->
                  told.add(
                      Phrase.of(
                          "file.state.left-over-near",
                          "key",
                          Excerpt.bare(key),
                          "name",
                          Excerpt.bare(meant))));
    }
    return told;
  }
}
