package org.modescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.modescope.autograd.Shape;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.cli.result.WrongUseException;
import org.modescope.cli.text.ImportReport;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.PyTorchImport;
import org.modescope.words.Phrase;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `modescope import`.
@Command(name = "import", footer = "  modescope import net.py --out net.modescope.json")
final class ImportCommand implements Callable<Integer> {
  private static final int MOST_AXES = 8;

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", descriptionKey = "help.import.file")
  private String file;

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "help.import.out")
  private String out;

  @Option(names = "--input", paramLabel = "SHAPE", descriptionKey = "help.import.input")
  private Optional<String> input;

  @Option(names = "--part", descriptionKey = "help.import.part")
  private boolean part;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Shape> shape = input.map(ImportCommand::shape);
    Destination destination = Destination.ofFile("--out", out);
    OutputFiles outputs = new OutputFiles().add("--out", Optional.of(destination));
    String source = SourceFile.read(file);
    outputs.spare(Path.of(file));
    Imported imported = PyTorchImport.read(source, shape);
    ImportReport report = new ImportReport(file, imported, terminal.columns());
    boolean isWritten = imported.experiment().isPresent() && (imported.isWhole() || part);
    if (!isWritten) {
      report.printProblems(terminal.err());
      return ExitCode.WRONG;
    }
    write(imported.experiment().get(), destination, report);
    return ExitCode.DONE;
  }

  private void write(Experiment experiment, Destination destination, ImportReport report)
      throws IOException {
    switch (destination) {
      case Destination.Place(Path path) -> {
        ExperimentFile.write(path, experiment);
        report.print(terminal.out(), experiment);
        terminal.out().println(Text.english().say("import.report.wrote", "file", out));
      }
      case Destination.StandardOutput() ->
          terminal.out().println(ExperimentFile.toJson(experiment).toPrettyString());
    }
  }

  private static Shape shape(String given) {
    String bare = given.strip().replaceAll("^[(\\[]|[)\\]]$", "");
    int[] sizes;
    try {
      sizes =
          Stream.of(bare.split("\\s*[x×,*]\\s*|\\s+", -1))
              .mapToInt(size -> Integer.parseInt(size.strip()))
              .toArray();
    } catch (NumberFormatException noNumber) {
      throw wrong(given);
    }
    if (sizes.length == 0 || sizes.length > MOST_AXES) {
      throw wrong(given);
    }
    for (int size : sizes) {
      if (size < 1) {
        throw wrong(given);
      }
    }
    return Shape.of(sizes);
  }

  private static WrongUseException wrong(String given) {
    return new WrongUseException(Phrase.of("cli.wrong.shape", "found", given));
  }
}
