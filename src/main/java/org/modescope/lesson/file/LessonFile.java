package org.modescope.lesson.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.modescope.files.InvalidFileException;
import org.modescope.files.RegularFile;
import org.modescope.lesson.Lesson;
import org.modescope.words.Phrase;

/// Lessons in files, `*.lesson.md`.
public final class LessonFile {
  /// The largest file that is read.
  public static final int MOST_BYTES = 256 << 10;

  private static final String FENCE = "---";

  private LessonFile() {}

  /// Reads a lesson and the experiments that it names, which must lie in its folder.
  ///
  /// @throws InvalidFileException with the line, if anything in it is unknown, missing or wrong
  /// @throws IOException if a file cannot be read
  public static Lesson read(Path file) throws IOException {
    RegularFile.check(file);
    try (InputStream in = Files.newInputStream(file)) {
      return read(file, in.readNBytes(MOST_BYTES + 1));
    }
  }

  /// Reads a lesson that is in memory already.
  ///
  /// @param file where it comes from
  /// @throws InvalidFileException with the line, if anything in it is unknown, missing or wrong
  /// @throws IOException if an experiment that it names cannot be read
  public static Lesson read(Path file, byte[] bytes) throws IOException {
    if (bytes.length > MOST_BYTES) {
      throw new InvalidFileException(file, Phrase.of("lesson.file.size", "most", MOST_BYTES));
    }
    Source source = new Source(file);
    String text = decode(source, bytes);
    if (!text.startsWith(FENCE + "\n")) {
      throw source.refuse(1, "lesson.file.no-head");
    }
    int end = text.indexOf("\n" + FENCE + "\n", FENCE.length());
    if (end < 0) {
      throw source.refuse(1, "lesson.file.head-open");
    }
    Head head = Head.read(source, text.substring(FENCE.length() + 1, end + 1));
    int bodyAt = end + FENCE.length() + 2;
    int line = (int) text.substring(0, bodyAt).chars().filter(each -> each == '\n').count() + 1;
    return head.with(new PartsReader(source, head.experiment(), line).read(text.substring(bodyAt)));
  }

  private static String decode(Source source, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return bare.replace("\r\n", "\n").replace('\r', '\n');
    } catch (CharacterCodingException noText) {
      throw new InvalidFileException(source.file(), Phrase.of("lesson.file.encoding"));
    }
  }
}
