package org.modescope.ui.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Which content a file had: two versions are equal if the bytes were. A time stamp would miss two
/// changes within one tick of the file system's clock.
///
/// @param digest SHA-256 of the content, in hexadecimal digits
record FileVersion(String digest) {

  /// The version that a file has now.
  ///
  /// @throws IOException if it cannot be read
  static FileVersion of(Path file) throws IOException {
    MessageDigest sha = sha256();
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), sha)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return new FileVersion(HexFormat.of().formatHex(sha.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
