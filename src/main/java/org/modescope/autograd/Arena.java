package org.modescope.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// A scope for tensors: those made while it is open are closed with it, unless they are kept.
///
/// Closing a tensor gives back its memory at once, except what a recorded graph still holds for
/// backward. So after an arena around a forward pass is closed with its output kept, what remains
/// allocated is what the graph holds, and nothing waits for the garbage collector. Arenas nest;
/// each thread has its own.
public final class Arena implements AutoCloseable {
  private static final ThreadLocal<Deque<Arena>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

  private final List<Tensor> tensors = new ArrayList<>();
  private final Set<Tensor> kept = Collections.newSetFromMap(new IdentityHashMap<>());

  private Arena() {}

  /// Opens an arena; tensors made on this thread belong to it until it is closed.
  public static Arena open() {
    Arena arena = new Arena();
    OPEN.get().push(arena);
    return arena;
  }

  /// Takes a tensor out of this arena: it outlives it, in the enclosing arena if there is one,
  /// otherwise until it is closed by the caller.
  public Tensor keep(Tensor tensor) {
    kept.add(tensor);
    return tensor;
  }

  /// Registers a tensor with the innermost open arena of this thread; without one, its maker closes
  /// it.
  static Tensor adopt(Tensor tensor) {
    Arena innermost = OPEN.get().peek();
    if (innermost != null) {
      innermost.tensors.add(tensor);
    }
    return tensor;
  }

  /// Closes every tensor made in this arena and not kept.
  @Override
  public void close() {
    Deque<Arena> open = OPEN.get();
    if (open.peek() != this) {
      throw new IllegalStateException(
          "arenas close in the reverse order of opening, on their own thread");
    }
    open.pop();
    Arena enclosing = open.peek();
    for (Tensor tensor : tensors) {
      if (!kept.contains(tensor)) {
        tensor.close();
      } else if (enclosing != null) {
        enclosing.tensors.add(tensor);
      }
    }
    tensors.clear();
  }
}
