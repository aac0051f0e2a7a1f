package org.modescope.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modescope.autograd.Shape;
import org.modescope.experiment.StateLayout;

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
        leftOver.add(key);
      }
    }
  }

  /// All that is wrong, in one line; empty if the tensors fit.
  String problems() {
    Problems absent = new Problems();
    missing.stream().filter(key -> !isCounter(key)).forEach(absent::add);
    return Stream.of(
            absent.listed(key -> "missing %s".formatted(Excerpt.bare(key)), "%,d more are missing"),
            misfits.listed(problem -> problem, "%,d more do not fit"),
            leftOver.listed(
                key -> "left over %s%s".formatted(Excerpt.bare(key), hint(key)),
                "%,d more are left over"))
        .flatMap(List::stream)
        .collect(Collectors.joining("; "));
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
              "%s has shape %s, the net's is %s"
                  .formatted(Excerpt.bare(key), found.shape(), shape));
        }
      }
      case StateLayout.Counter() -> {
        if (!found.isCounter()) {
          misfits.add(
              "%s has shape %s, the net's is scalar".formatted(Excerpt.bare(key), found.shape()));
        }
      }
    }
  }

  private boolean isCounter(String key) {
    return layout.entries().get(key) instanceof StateLayout.Counter;
  }

  /// The missing key that a left-over one may have been meant for. Programs put names of their own
  /// before a whole net's keys, such as `module.fc1.weight`.
  private String hint(String key) {
    Optional<String> renamed =
        missing.stream()
            .filter(absent -> key.endsWith("." + absent) || absent.endsWith("." + key))
            .findFirst();
    List<String> near = missing.stream().limit(MOST_COMPARED).toList();
    return renamed
        .or(() -> NearMiss.of(key, near))
        .map(meant -> " (did you mean %s?)".formatted(Excerpt.bare(meant)))
        .orElse("");
  }

  /// Problems of one kind.
  private static final class Problems {
    private final List<String> first = new ArrayList<>();
    private int count;

    void add(String problem) {
      count++;
      if (count <= MOST_LISTED) {
        first.add(problem);
      }
    }

    /// @param sentence what to say of each problem
    /// @param more what to say of those that are not listed, by their number
    List<String> listed(UnaryOperator<String> sentence, String more) {
      List<String> listed = new ArrayList<>(first.stream().map(sentence).toList());
      if (count > first.size()) {
        listed.add(String.format(Locale.ROOT, more, count - first.size()));
      }
      return listed;
    }
  }
}
