package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;

/// A tensor in `forward`: the step that made it, and the tensor before that step.
///
/// Each is itself alone, however alike two are.
final class Flow implements Value.OfFlow {
  private final @Nullable Flow before;
  private final @Nullable Step step;
  private final Optional<Shape> shape;

  private Flow(@Nullable Flow before, @Nullable Step step, Optional<Shape> shape) {
    this.before = before;
    this.step = step;
    this.shape = shape;
  }

  /// What a `forward` is given.
  static Flow start(Optional<Shape> shape) {
    return new Flow(null, null, shape);
  }

  Flow then(Step next, Optional<Shape> output) {
    return new Flow(this, next, output);
  }

  /// What the last step is replaced by.
  Flow instead(Step other) {
    return new Flow(before, other, shape);
  }

  @Nullable Step step() {
    return step;
  }

  Optional<Shape> shape() {
    return shape;
  }

  /// Where this and another come from the same tensor; empty if they do not.
  Optional<Flow> fork(Flow other) {
    Set<Flow> mine = new HashSet<>();
    for (Flow flow = this; flow != null; flow = flow.before) {
      mine.add(flow);
    }
    for (Flow flow = other; flow != null; flow = flow.before) {
      if (mine.contains(flow)) {
        return Optional.of(flow);
      }
    }
    return Optional.empty();
  }

  /// The steps from a tensor to this one; empty if it does not come from there.
  Optional<List<Step>> stepsFrom(Flow start) {
    List<Step> steps = new ArrayList<>();
    Flow flow = this;
    while (flow != start) {
      if (flow.before == null || flow.step == null) {
        return Optional.empty();
      }
      steps.addFirst(flow.step);
      flow = flow.before;
    }
    return Optional.of(steps);
  }
}
