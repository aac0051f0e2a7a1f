package org.modescope.words;

/// Something worth knowing about a run, under a name that scripts can look for.
///
/// @param id such as `dropout-active`; never changes its meaning
/// @param layer the path of the layer it is about; empty if it is about the whole net
/// @param text one or two sentences made from the numbers that were measured
public record Finding(String id, String layer, String text) {

  static Finding of(FindingId id, String layer, String text) {
    return new Finding(id.key(), layer, text);
  }

  static Finding ofNet(FindingId id, String text) {
    return of(id, "", text);
  }
}
