package org.modescope.autograd;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that leaves no memory allocated if it fails.
///
/// An operation that is refused memory may hold several arrays that no tensor knows of yet, and so
/// may backward. Whatever was allocated during the work, and is still held when an exception ends
/// it, is given back at once, whoever holds it: nobody may read it any more, and closing it later
/// does nothing. Such work nests; each thread has its own.
public final class AllOrNothing {
  private static final ThreadLocal<@Nullable AllOrNothing> INNERMOST = new ThreadLocal<>();

  private final @Nullable AllOrNothing enclosing;
  private final Set<Storage> held = Collections.newSetFromMap(new IdentityHashMap<>());

  private AllOrNothing(@Nullable AllOrNothing enclosing) {
    this.enclosing = enclosing;
  }

  /// Does the work.
  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /// Does the work and returns its result, which may hold memory.
  public static <T> T call(Supplier<T> work) {
    AllOrNothing scope = new AllOrNothing(INNERMOST.get());
    INNERMOST.set(scope);
    try {
      T result = work.get();
      scope.handOn();
      return result;
    } catch (RuntimeException | Error failed) {
      scope.giveBack();
      throw failed;
    } finally {
      INNERMOST.set(scope.enclosing);
    }
  }

  /// Takes charge of new memory, if such work is going on.
  ///
  /// @return who is to be told when it is given back
  static @Nullable AllOrNothing take(Storage storage) {
    AllOrNothing innermost = INNERMOST.get();
    if (innermost != null) {
      innermost.held.add(storage);
    }
    return innermost;
  }

  void forget(Storage storage) {
    held.remove(storage);
  }

  private void handOn() {
    for (Storage storage : held) {
      storage.moveTo(enclosing);
      if (enclosing != null) {
        enclosing.held.add(storage);
      }
    }
  }

  private void giveBack() {
    held.forEach(Storage::abandon);
  }
}
