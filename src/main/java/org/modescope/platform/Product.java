package org.modescope.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// What this program is, as its packages know it.
public final class Product {
  private static final String NOTICE = "/org/modescope/NOTICE";

  private Product() {}

  /// The version of the jar that the program was started from; empty where it was started from its
  /// classes.
  public static Optional<String> version() {
    return Optional.ofNullable(Product.class.getPackage().getImplementationVersion());
  }

  /// What is shipped with the program, and under which licences.
  public static String notice() {
    try (InputStream text = Product.class.getResourceAsStream(NOTICE)) {
      return new String(
          Objects.requireNonNull(text, NOTICE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + NOTICE, broken);
    }
  }
}
