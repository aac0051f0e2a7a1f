package org.modescope.files.pytorch.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a call is given: values by their place and by name.
///
/// @param isWhole false if there are more that cannot be known, behind a star
record Given(List<Value> places, SequencedMap<String, Value> names, boolean isWhole) {
  Given {
    places = List.copyOf(places);
    names = new LinkedHashMap<>(names);
  }

  static Given of(Value... values) {
    return new Given(List.of(values), new LinkedHashMap<>(), true);
  }

  /// An argument that can be given by its place or its name.
  Optional<Value> find(int place, String name) {
    return place < places.size()
        ? Optional.of(places.get(place))
        : Optional.ofNullable(names.get(name));
  }

  /// The first argument; unknown if there is none.
  Value first() {
    return find(0, "input").orElse(Value.UNKNOWN);
  }

  /// All but the first argument by place.
  Given rest() {
    return places.isEmpty() ? this : new Given(places.subList(1, places.size()), names, isWhole);
  }
}
