package org.modescope.files.pytorch.importing;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.modescope.files.pytorch.importing.Value.UserClass;

/// An instance of a class of the source that is derived from `nn.Module`.
final class Composite extends Module {
  private final UserClass kind;
  private final SequencedMap<String, Value> attributes = new LinkedHashMap<>();

  Composite(int line, UserClass kind) {
    super(line);
    this.kind = kind;
  }

  UserClass kind() {
    return kind;
  }

  SequencedMap<String, Value> attributes() {
    return attributes;
  }

  @Override
  SequencedMap<String, Module> members() {
    SequencedMap<String, Module> members = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) -> {
          if (value instanceof Module module) {
            members.put(name, module);
          }
        });
    return members;
  }
}
