package org.modescope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.modescope.cli.result.WrongUseException;
import org.modescope.files.pytorch.source.SourceLimits;
import org.modescope.words.Phrase;

/// A file of source text.
final class SourceFile {
  private SourceFile() {}

  /// Reads a file as text.
  ///
  /// @throws WrongUseException if there is none, it is too long, or it is no text
  static String read(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(SourceLimits.CHARACTERS + 1);
      if (bytes.length > SourceLimits.CHARACTERS) {
        throw new WrongUseException(
            Phrase.of(
                "cli.wrong.source-too-long",
                "file",
                file,
                "found",
                Files.size(Path.of(file)),
                "most",
                SourceLimits.CHARACTERS));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      throw new WrongUseException(Phrase.of("cli.wrong.source-no-text", "file", file));
    } catch (InvalidPathException wrong) {
      throw unreadable(file, Phrase.of("cli.wrong.no-path", "reason", wrong.getReason()));
    } catch (IOException unreadable) {
      throw new WrongUseException(
          Phrase.of(
              "cli.wrong.unreadable",
              "file",
              file,
              "reason",
              unreadable.getClass().getSimpleName()));
    }
  }

  private static WrongUseException unreadable(String file, Phrase reason) {
    return new WrongUseException(Phrase.of("cli.wrong.no-source", "file", file, "reason", reason));
  }
}
