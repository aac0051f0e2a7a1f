package org.modescope.ui.task;

import java.lang.System.Logger.Level;

/// Work that nobody asked for and nobody waits for, on a thread that ends with it.
public final class QuietWork {
  private static final System.Logger LOG = System.getLogger(QuietWork.class.getName());

  private QuietWork() {}

  /// Begins it; a fault in it is nobody's trouble.
  ///
  /// @param name of the work
  public static void begin(String name, Runnable work) {
    Thread.ofPlatform()
        .name(name)
        .daemon()
        .priority(Thread.MIN_PRIORITY)
        .uncaughtExceptionHandler((_, fault) -> LOG.log(Level.DEBUG, name + " broke off", fault))
        .start(work);
  }
}
