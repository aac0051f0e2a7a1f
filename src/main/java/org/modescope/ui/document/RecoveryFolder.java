package org.modescope.ui.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where windows put their unsaved work, each in a slot of its own.
///
/// @param path need not exist
record RecoveryFolder(Path path) {

  /// A new slot for this process.
  ///
  /// @throws IOException if the folder cannot be made or written to
  RecoverySlot claim() throws IOException {
    Files.createDirectories(path);
    String name =
        String.format(Locale.ROOT, "%d-%s", ProcessHandle.current().pid(), UUID.randomUUID());
    return RecoverySlot.take(path, name)
        .orElseThrow(() -> new IOException("somebody else took " + path.resolve(name)));
  }

  /// The slots that processes left behind with work in them. They are this process's from now on.
  List<RecoverySlot> takeAbandoned() throws IOException {
    List<RecoverySlot> abandoned = new ArrayList<>();
    for (String name : slotNames()) {
      Optional<RecoverySlot> slot = RecoverySlot.take(path, name);
      if (slot.isPresent() && slot.get().isEmpty()) {
        slot.get().discard();
      } else {
        slot.ifPresent(abandoned::add);
      }
    }
    return abandoned;
  }

  private List<String> slotNames() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(RecoverySlot.LOCK_SUFFIX))
          .map(name -> name.substring(0, name.length() - RecoverySlot.LOCK_SUFFIX.length()))
          .sorted()
          .toList();
    }
  }
}
