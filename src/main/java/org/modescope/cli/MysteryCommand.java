package org.modescope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.files.MysteryFile;
import org.modescope.files.Printable;
import org.modescope.files.WholeFile;
import org.modescope.mystery.AnswerSheet;
import org.modescope.mystery.Check;
import org.modescope.mystery.Exam;
import org.modescope.mystery.Level;
import org.modescope.mystery.MysteryNet;
import org.modescope.mystery.MysteryNets;
import org.modescope.mystery.Puzzle;
import org.modescope.mystery.Verdict;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `modescope mystery`.
@Command(name = "mystery", footer = "  modescope mystery --level 2 --seed 417 --out class")
final class MysteryCommand implements Callable<Integer> {
  private static final Text TEXT = Text.english();

  private final Terminal terminal;

  @Option(
      names = "--level",
      paramLabel = "N",
      required = true,
      descriptionKey = "help.mystery.level",
      converter = CountReader.MysteryLevel.class)
  private int level;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      required = true,
      descriptionKey = "help.mystery.seed",
      converter = SeedOption.Reader.class)
  private long seed;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "help.mystery.out")
  private String out;

  MysteryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Destination.ofFolder("--out", out);
    MysteryNet net = MysteryNets.of(Level.of(level).orElseThrow(), seed);
    Map<String, WholeFile.Content> files = new LinkedHashMap<>();
    files.put(puzzle(), Puzzle.of(net)::write);
    new OutputFiles()
        .addAll("--out", Optional.of(folder), List.of(puzzle(), sheet(), experiment()));
    // Stopped halfway there is nothing to write: Ctrl-C ends the process, as the system has it.
    Verdict right = new Check(net, new Exam(net), () -> false).of(net.truth()).orElseThrow();
    List<String> lines = AnswerSheet.of(net, right, TEXT);
    files.put(sheet(), to -> print(lines, to));
    files.put(experiment(), to -> print(net.experiment(net.truth()), to));
    Delivery delivery = new Delivery();
    delivery.addAll(folder, files);
    delivery.deliver(terminal.out());
    say("cli.mystery.puzzle", folder.resolve(puzzle()));
    say("cli.mystery.answer", folder.resolve(sheet()));
    say("cli.mystery.experiment", folder.resolve(experiment()));
    return ExitCode.DONE;
  }

  private String puzzle() {
    return stem() + MysteryFile.SUFFIX;
  }

  private String sheet() {
    return stem() + ".answer.txt";
  }

  private String experiment() {
    return stem() + ".answer.modescope.json";
  }

  private String stem() {
    return "mystery-" + level + "-" + seed;
  }

  private void say(String key, Path file) {
    terminal.out().println(TEXT.say(key, "file", Printable.of(file.toString())));
  }

  private static void print(List<String> lines, OutputStream to) throws IOException {
    to.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void print(Experiment experiment, OutputStream to) throws IOException {
    to.write(
        (ExperimentFile.toJson(experiment).toPrettyString() + "\n")
            .getBytes(StandardCharsets.UTF_8));
  }
}
