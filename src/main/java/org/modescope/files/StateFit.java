package org.modescope.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.modescope.autograd.Shape;
import org.modescope.experiment.StateLayout;
import org.modescope.words.Phrase;

/// What keeps tensors from being a net's state: of each kind the first few problems, and how many
/// more there are.
///
/// As PyTorch's `load_state_dict` does, numbers of any type are taken for floats and for counters,
/// and a missing counter for 0.
final class StateFit {
  private static final int MOST_LISTED = 20;
  private static final int MOST_COMPARED = 100;

  private final StateLayout layout;
  private final Map<String, Safetensors.Entry> tensors;
  private final SequencedSet<String> missing = new LinkedHashSet<>();
  private final Problems misfits = new Problems();
  private final Problems leftOver = new Problems();

  StateFit(StateLayout layout, Map<String, Safetensors.Entry> tensors) {
    this.layout = layout;
    this.tensors = tensors;
    layout.entries().forEach(this::compare);
    for (String key : tensors.keySet()) {
      if (!layout.entries().containsKey(key)) {
        leftOver.add(leftOver.isFull() ? Phrase.verbatim(key) : leftOver(key));
      }
    }
  }

  /// All that is wrong, in one line; empty if the tensors fit.
  Optional<Phrase> problems() {
    Problems absent = new Problems();
    missing.stream()
        .filter(key -> !isCounter(key))
        .forEach(key -> absent.add(Phrase.of("file.state.missing", "key", Excerpt.bare(key))));
    List<Phrase> all =
        Stream.of(
                absent.listed("file.state.more-missing"),
                misfits.listed("file.state.more-unfit"),
                leftOver.listed("file.state.more-left-over"))
            .flatMap(List::stream)
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(Phrase.joined("file.state.separator", all));
  }

  private void compare(String key, StateLayout.Entry entry) {
    Safetensors.Entry found = tensors.get(key);
    if (found == null) {
      missing.add(key);
      return;
    }
    switch (entry) {
      case StateLayout.Floats(Shape shape) -> {
        if (!found.shape().equals(shape)) {
          misfits.add(
              Phrase.of(
                  "file.state.shape",
                  "key",
                  Excerpt.bare(key),
                  "found",
                  found.shape().toString(),
                  "expected",
                  shape.toString()));
        }
      }
      case StateLayout.Counter() -> {
        if (!found.isCounter()) {
          misfits.add(
              Phrase.of(
                  "file.state.scalar",
                  "key",
                  Excerpt.bare(key),
                  "found",
                  found.shape().toString()));
        }
      }
    }
  }

  private boolean isCounter(String key) {
    return layout.entries().get(key) instanceof StateLayout.Counter;
  }

  /// A key that is left over, with the missing one that it may have been meant for. Programs put
  /// names of their own before a whole net's keys, such as `module.fc1.weight`.
  private Phrase leftOver(String key) {
    Optional<String> renamed =
        missing.stream()
            .filter(absent -> key.endsWith("." + absent) || absent.endsWith("." + key))
            .findFirst();
    List<String> near = missing.stream().limit(MOST_COMPARED).toList();
    return renamed
        .or(() -> NearMiss.of(key, near))
        .map(
            meant ->
                Phrase.of(
                    "file.state.left-over-near",
                    "key",
                    Excerpt.bare(key),
                    "name",
                    Excerpt.bare(meant)))
        .orElse(Phrase.of("file.state.left-over", "key", Excerpt.bare(key)));
  }

  /// Problems of one kind.
  private static final class Problems {
    private final List<Phrase> first = new ArrayList<>();
    private int count;

    void add(Phrase problem) {
      count++;
      if (count <= MOST_LISTED) {
        first.add(problem);
      }
    }

    /// Whether those that are added now are only counted.
    boolean isFull() {
      return count >= MOST_LISTED;
    }

    /// @param more the key of what to say of those that are not listed, by their number
    List<Phrase> listed(String more) {
      List<Phrase> listed = new ArrayList<>(first);
      if (count > first.size()) {
        listed.add(Phrase.of(more, "count", count - first.size()));
      }
      return listed;
    }
  }
}
