package org.modescope.measure;

import java.util.List;
import java.util.Optional;

/// What one step of a training holds in memory, moment by moment.
///
/// @param step which step it is, counted from 1: the second group of steps where there is one, so
///   that gradients of the group before are there to be zeroed
/// @param moments in order of time
public record StepMemory(int step, List<Moment> moments) {

  public StepMemory {
    moments = List.copyOf(moments);
  }

  /// A moment of it.
  ///
  /// @param layer the layer that has just computed; empty where it is about the whole net
  /// @param operation PyTorch's name of the node that backward has just gone through; empty
  ///   elsewhere
  /// @param savedBytes what the graph keeps for backward: each storage once, without parameters,
  ///   buffers and the input
  /// @param gradientBytes the gradients of all parameters
  /// @param optimizerBytes what the optimizer keeps of earlier gradients
  /// @param allocatedBytes by the array library's own count, all that it has allocated since the
  ///   training began: values and gradients on their way too
  public record Moment(
      Phase phase,
      String layer,
      String operation,
      long savedBytes,
      long gradientBytes,
      long optimizerBytes,
      long allocatedBytes) {

    /// All but what is on its way.
    public long kept() {
      return savedBytes + gradientBytes + optimizerBytes;
    }
  }

  /// What of a step has just been done.
  public enum Phase {
    /// Nothing yet.
    BEGIN,
    ZERO_GRAD,
    FORWARD,
    LOSS,
    BACKWARD,
    STEP
  }

  /// The moment at which most was allocated.
  public Optional<Moment> peak() {
    return moments.stream()
        .reduce((most, next) -> next.allocatedBytes() > most.allocatedBytes() ? next : most);
  }

  /// The last moment of a phase.
  public Optional<Moment> last(Phase phase) {
    return moments.stream().filter(each -> each.phase() == phase).reduce((_, later) -> later);
  }
}
