package org.modescope.files.pytorch.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Listings as pages and courses print them.
final class Listings {
  /// Those that are read in full.
  static final List<String> READ =
      List.of(
          "article-simplenet.py",
          "article-mycomplexnet.py",
          "article-transfer.py",
          "mnist-example.py",
          "lenet-tutorial.py",
          "cifar-pool-twice.py",
          "vgg-configured.py",
          "resnet-cifar.py",
          "torchvision-block.py",
          "sequential-nested.py",
          "sequential-plain.py",
          "functional-dropout.py",
          "mc-dropout-enabled.py",
          "freeze-by-name.py",
          "freeze-one-by-one.py",
          "residual-inline.py",
          "print-sequential.txt",
          "print-net.txt",
          "print-resnet.txt",
          "session-prompts.txt");

  private Listings() {}

  static Imported read(String name) {
    return PyTorchImport.read(text(name), Optional.empty());
  }

  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Listings.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
