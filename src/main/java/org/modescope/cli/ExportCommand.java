package org.modescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.OutputFiles;
import org.modescope.files.pytorch.PyTorchExport;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `modescope export`.
@Command(
    name = "export",
    footer = "  modescope export preset:simplenet --to pytorch --out simplenet")
final class ExportCommand implements Callable<Integer> {
  /// What a program can be written for.
  enum Framework {
    PYTORCH
  }

  private final Terminal terminal;

  @Mixin private final ExperimentArgument argument = new ExperimentArgument();

  @Option(
      names = "--to",
      paramLabel = "FRAMEWORK",
      required = true,
      descriptionKey = "help.export.to",
      converter = WordReader.OfFramework.class,
      completionCandidates = WordReader.OfFramework.class)
  private Framework framework;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "help.export.out")
  private String out;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Destination.ofFolder("--out", out);
    return argument.use(
        terminal,
        new OutputFiles().addAll("--out", Optional.of(folder), PyTorchExport.FILES),
        UnaryOperator.identity(),
        experiment -> {
          switch (framework) {
            case PYTORCH -> PyTorchExport.write(experiment, folder);
          }
          terminal
              .out()
              .println(
                  Text.english()
                      .say(
                          "cli.export.wrote",
                          "file",
                          folder.resolve(PyTorchExport.SCRIPT).toString()));
          return ExitCode.DONE;
        });
  }
}
