package org.modescope.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files as PyTorch writes them, as far as they are recognised.
public final class TorchFiles {
  /// A pickle that runs a program for whoever loads it.
  private static final byte[] HOSTILE =
      "cos\nsystem\n(S'exit 1'\ntR.".getBytes(StandardCharsets.US_ASCII);

  private TorchFiles() {}

  /// The first bytes of `torch.save(…, _use_new_zipfile_serialization=False)` of PyTorch 1.13: a
  /// pickle of a number, one of a version, and one of what the system is like.
  public static byte[] legacyPickle() {
    return HexFormat.of()
        .parseHex(
            "80028a0a6cfc9c46f9206aa850192e80024de9032e80027d710028581000000070726f746f636f6c");
  }

  /// What `torch.save` writes: its parts have the names that PyTorch 1.13 gives them.
  public static byte[] state() throws IOException {
    return zip(List.of("net/data.pkl", "net/data/0", "net/data/1", "net/version"));
  }

  /// What `torch.jit.save` writes: its parts have the names that PyTorch 1.13 gives them.
  public static byte[] script() throws IOException {
    return zip(
        List.of(
            "net/data/0",
            "net/data/1",
            "net/data.pkl",
            "net/code/__torch__/torch/nn/modules/linear.py",
            "net/constants.pkl",
            "net/version"));
  }

  private static byte[] zip(List<String> names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(HOSTILE);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
