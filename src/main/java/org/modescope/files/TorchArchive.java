package org.modescope.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.modescope.words.Phrase;

/// What `torch.save` and `torch.jit.save` write: recognised by its first bytes or its name. Nothing
/// but the names of its parts is ever read, since to read the parts is to run what they say.
public final class TorchArchive {
  private static final int ZIP_SIGNATURE = 0x04034b50;
  private static final int PICKLE_PROTOCOL = 0x80;
  private static final int LATEST_PROTOCOL = 5;

  /// What only an archive of a program has; PyTorch itself goes by it.
  private static final String SCRIPT_MARK = "/constants.pkl";

  private static final String LOAD = "torch.load(%s, map_location=\"cpu\", weights_only=True)";
  private static final String LOAD_SCRIPT = "torch.jit.load(%s, map_location=\"cpu\").state_dict()";

  private TorchArchive() {}

  /// Whether a file begins as a zip archive or a pickle does.
  ///
  /// @param start its first eight bytes, the first of them lowest
  /// @param next the byte after them
  static boolean begins(long start, byte next) {
    int first = (int) start;
    if (first == ZIP_SIGNATURE) {
      // A header of safetensors of just that length would go on with its object.
      return next != '{';
    }
    int protocol = first >>> 8 & 0xff;
    boolean isPickle = (first & 0xff) == PICKLE_PROTOCOL && protocol <= LATEST_PROTOCOL;
    // The same two bytes begin a header of some hundred bytes, whose length has zeros after them.
    return isPickle && start >>> 16 != 0;
  }

  /// Whether a file is one.
  ///
  /// @throws IOException if it cannot be read
  public static boolean is(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(Long.BYTES + 1);
      return start.length > Long.BYTES
          && begins(
              ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong(), start[Long.BYTES]);
    }
  }

  /// Whether it is a program that `torch.jit.save` wrote, which `torch.load` refuses to read as
  /// weights alone. Only the archive's list of names is looked at.
  private static boolean isScript(Path file) {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      return archive.stream().anyMatch(entry -> entry.getName().endsWith(SCRIPT_MARK));
    } catch (IOException noArchive) {
      return false;
    }
  }

  /// The two lines of Python that write such a file's state_dict as safetensors.
  public static List<String> conversion(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return List.of(
        "import torch, safetensors.torch",
        "safetensors.torch.save_file(%s, %s)"
            .formatted(
                (isScript(file) ? LOAD_SCRIPT : LOAD).formatted(python(name)),
                python(stem + ".safetensors")));
  }

  /// The refusal, with the lines that help.
  static InvalidFileException refuse(Path file) {
    List<String> lines = conversion(file);
    return new InvalidFileException(
        file, Phrase.of("file.tensors.torch-archive", "load", lines.get(0), "save", lines.get(1)));
  }

  private static String python(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
