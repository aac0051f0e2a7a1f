package org.modescope.autograd;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.nativeblas.NativeOpsHolder;

/// Large pieces of native memory that were given back, kept for whoever next asks for as much.
///
/// The C library returns them to the system, and then every page of the next piece has to be got
/// and zeroed anew, which can take many times as long as what is computed into it. Pieces come and
/// go on any thread, so that one at a time is let in.
final class IdleMemory {
  /// Bytes from which pieces are kept. The C library keeps smaller ones itself.
  static final long FEWEST_BYTES = 1 << 20;

  /// How much may lie idle. The oldest goes first.
  private static final long MOST_BYTES = 64 << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
  private long bytes;

  /// A piece and how long it is.
  private record Piece(Pointer memory, long bytes) {
    void free() {
      NativeOpsHolder.getInstance().getDeviceNativeOps().freeHost(memory);
    }
  }

  /// Takes a piece of just that length, or asks for a new one.
  ///
  /// @throws RuntimeException if there is not that much
  Pointer take(long wanted) {
    lock.lock();
    try {
      return kept(wanted).orElseGet(() -> allocated(wanted));
    } finally {
      lock.unlock();
    }
  }

  private Optional<Pointer> kept(long wanted) {
    for (Iterator<Piece> idle = pieces.iterator(); idle.hasNext(); ) {
      Piece piece = idle.next();
      if (piece.bytes == wanted) {
        idle.remove();
        bytes -= wanted;
        return Optional.of(piece.memory);
      }
    }
    return Optional.empty();
  }

  private Pointer allocated(long wanted) {
    try {
      return allocate(wanted);
    } catch (RuntimeException refused) {
      if (pieces.isEmpty()) {
        throw refused;
      }
      shrinkTo(0);
      return allocate(wanted);
    }
  }

  /// Keeps a piece, unless it is longer than all that may lie idle.
  void giveBack(Pointer memory, long length) {
    lock.lock();
    try {
      pieces.addFirst(new Piece(memory, length));
      bytes += length;
      shrinkTo(MOST_BYTES);
    } finally {
      lock.unlock();
    }
  }

  long idleBytes() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  private static Pointer allocate(long bytes) {
    return NativeOpsHolder.getInstance().getDeviceNativeOps().mallocHost(bytes, 0);
  }

  private void shrinkTo(long most) {
    while (bytes > most) {
      Piece oldest = pieces.removeLast();
      bytes -= oldest.bytes;
      oldest.free();
    }
  }
}
