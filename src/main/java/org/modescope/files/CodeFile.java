package org.modescope.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.modescope.files.pytorch.source.SourceLimits;
import org.modescope.words.Phrase;

/// A file of Python code, or of what `print(model)` prints.
public final class CodeFile {
  private static final Set<String> ENDINGS = Set.of(".py", ".txt");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CodeFile() {}

  /// Whether a file's name says that it is one.
  public static boolean isOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// Reads it as text.
  ///
  /// @throws IOException if it cannot be read
  /// @throws InvalidFileException if it is too long or no text
  public static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(SourceLimits.CHARACTERS + 1);
      if (bytes.length > SourceLimits.CHARACTERS) {
        throw new InvalidFileException(
            file, Phrase.of("file.code.too-long", "most", SourceLimits.CHARACTERS));
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException noText) {
      throw new InvalidFileException(file, Phrase.of("file.code.no-text"));
    }
  }
}
