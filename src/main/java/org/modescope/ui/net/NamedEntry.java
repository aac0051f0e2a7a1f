package org.modescope.ui.net;

import org.modescope.ui.control.EntryViewModel;

/// Something about the input that is typed.
///
/// @param id tells its field from all others, in any language
/// @param help what it means
public record NamedEntry(String id, EntryViewModel entry, String help) {

  /// The entry of the glossary that explains it.
  String term() {
    return switch (id) {
      case "features" -> "shape";
      case "first-row" -> "row";
      default -> id;
    };
  }
}
