package org.modescope.experiment;

/// How a file's tensors become a net's state.
///
/// @param strictness what is done about keys that do not fit
/// @param strip what is taken away from the beginning of keys, such as `module.`; empty for nothing
public record Loading(Strictness strictness, String strip) {
  /// As `load_state_dict` does by default.
  public static final Loading STRICT = new Loading(Strictness.STRICT, "");

  /// What is done about keys that do not fit.
  public enum Strictness {
    /// The whole file is refused.
    STRICT,
    /// What fits is loaded; all else stays as drawn. PyTorch's `strict=False` takes missing and
    /// unexpected keys but raises where shapes differ; here these are left out, too.
    WHAT_FITS
  }

  /// Loads what fits, keys as they are.
  public static final Loading WHAT_FITS = new Loading(Strictness.WHAT_FITS, "");

  public boolean isStrict() {
    return strictness == Strictness.STRICT;
  }

  /// The key of the net's state that a key of the file stands for.
  public String stripped(String key) {
    return !strip.isEmpty() && key.startsWith(strip) ? key.substring(strip.length()) : key;
  }
}
