package org.modescope.oracle;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;

/// The tensors that PyTorch saves for backward, in the order in which it saves them; see
/// `saved_tensors.cpp`.
final class SavedTensors {
  private final MethodHandle listen;
  private final MethodHandle count;
  private final MethodHandle tensor;
  private final MethodHandle forget;
  private final List<Tensor> heard = new ArrayList<>();

  SavedTensors(Path library) {
    SymbolLookup lookup = SymbolLookup.libraryLookup(library, Arena.global());
    listen = handle(lookup, "saved_listen", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
    count = handle(lookup, "saved_count", FunctionDescriptor.of(ValueLayout.JAVA_LONG));
    tensor =
        handle(
            lookup,
            "saved_tensor",
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    forget = handle(lookup, "saved_forget", FunctionDescriptor.ofVoid());
  }

  void listen(boolean on) {
    try {
      listen.invokeExact(on ? 1 : 0);
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  /// What was saved since the last call of [#forget].
  List<Tensor> heard() {
    try {
      long now = (long) count.invokeExact();
      for (long index = heard.size(); index < now; index++) {
        heard.add(new Tensor(new At((MemorySegment) tensor.invokeExact(index))));
      }
      return List.copyOf(heard);
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  /// Lets go of the tensors; no graph that saved them can be run backward afterwards.
  void forget() {
    heard().forEach(Tensor::reset);
    heard.clear();
    try {
      forget.invokeExact();
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  private static MethodHandle handle(SymbolLookup lookup, String name, FunctionDescriptor type) {
    return Linker.nativeLinker().downcallHandle(lookup.find(name).orElseThrow(), type);
  }

  /// A pointer to what lies at an address.
  private static final class At extends Pointer {
    At(MemorySegment segment) {
      address = segment.address();
    }
  }
}
