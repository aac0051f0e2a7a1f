package org.modescope.files.pytorch.importing;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Modules in order: `nn.Sequential`, or `nn.ModuleList`, which cannot be called.
final class Group extends Module {
  private final Kind kind;
  private final SequencedMap<String, Module> members = new LinkedHashMap<>();

  /// Whether its members are called one after another.
  enum Kind {
    SEQUENCE,
    LIST
  }

  Group(int line, Kind kind) {
    super(line);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  void add(Module module) {
    members.put(Integer.toString(members.size()), module);
  }

  void put(String name, Module module) {
    members.put(name, module);
  }

  /// The member of that name.
  Value member(String name) {
    Module member = members.get(name);
    return member == null ? Value.UNKNOWN : member;
  }

  @Override
  SequencedMap<String, Module> members() {
    return members;
  }
}
