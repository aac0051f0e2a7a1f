package org.modescope.mystery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.files.InvalidFileException;
import org.modescope.files.MysteryFile;
import org.modescope.files.MysteryFile.Named;
import org.modescope.words.Phrase;

/// A mystery net as it is handed out, without its answer.
public final class Puzzle {
  /// Enough to notice another net, and not enough to find this one by trying.
  private static final int FINGERPRINT_BYTES = 4;

  private Puzzle() {}

  /// What may be known of a net.
  public static MysteryFile of(MysteryNet net) {
    Experiment truth = net.experiment(net.truth());
    List<MysteryFile.Size> sizes = new ArrayList<>();
    long all = 0;
    for (int place = 0; place < net.slots().size(); place++) {
      Slot slot = net.slots().get(place);
      long parameters = Exam.parameters(truth.network().get(place));
      sizes.add(
          new MysteryFile.Size(
              slot.in(),
              slot.out(),
              net.level().tellsParameters() ? OptionalLong.of(parameters) : OptionalLong.empty()));
      all += parameters;
    }
    return new MysteryFile(
        net.level().number(), net.number(), MysteryNet.ROWS, sizes, all, fingerprint(net));
  }

  /// The net that a file names.
  ///
  /// @throws InvalidFileException if it is no such file, or this version makes another net of it
  /// @throws IOException if it cannot be read
  public static MysteryNet open(Path file) throws IOException {
    Named named = MysteryFile.read(file);
    MysteryNet net = MysteryNets.of(Level.of(named.level()).orElseThrow(), named.seed());
    if (!fingerprint(net).equals(named.fingerprint())) {
      throw new InvalidFileException(file, Phrase.of("file.mystery.other"));
    }
    return net;
  }

  private static String fingerprint(MysteryNet net) {
    byte[] whole =
        ExperimentFile.toJson(net.experiment(net.truth()))
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole);
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
