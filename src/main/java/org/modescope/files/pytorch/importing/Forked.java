package org.modescope.files.pytorch.importing;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A residual block of a net that is known as a whole.
final class Forked extends Module {
  private final Group body;
  private final Group shortcut;
  private final @Nullable String activation;

  Forked(int line, Group body, Group shortcut, @Nullable String activation) {
    super(line);
    this.body = body;
    this.shortcut = shortcut;
    this.activation = activation;
  }

  Group body() {
    return body;
  }

  Group shortcut() {
    return shortcut;
  }

  @Nullable String activation() {
    return activation;
  }

  @Override
  SequencedMap<String, Module> members() {
    SequencedMap<String, Module> members = new LinkedHashMap<>(body.members());
    members.putAll(shortcut.members());
    return members;
  }
}
