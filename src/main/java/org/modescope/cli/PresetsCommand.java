package org.modescope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.Json;
import org.modescope.cli.text.Paragraph;
import org.modescope.files.PresetCatalogue;
import org.modescope.preset.Presets.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `modescope presets`.
@Command(name = "presets", footer = "  modescope presets")
final class PresetsCommand implements Callable<Integer> {
  private static final String INDENT = "    ";

  private final Terminal terminal;

  @Option(names = "--json", paramLabel = "OUT", descriptionKey = "help.presets.json")
  private Optional<String> json;

  PresetsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (json.isPresent()) {
      Delivery delivery = new Delivery();
      delivery.add(Destination.ofFile("--json", json.get()), PresetsCommand::writeJson);
      delivery.deliver(terminal.out());
    } else {
      PresetCatalogue.all().forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private void print(Preset preset) {
    terminal.out().println("preset:" + preset.key());
    Paragraph.lines(INDENT, INDENT, preset.experiment().note(), terminal.columns())
        .forEach(terminal.out()::println);
  }

  private static void writeJson(OutputStream out) throws IOException {
    try (JsonGenerator generator = Json.generator(out)) {
      generator.writeStartObject();
      generator.writeStringField("format", "modescope-presets/1");
      generator.writeArrayFieldStart("presets");
      for (Preset preset : PresetCatalogue.all()) {
        generator.writeStartObject();
        generator.writeStringField("file", "preset:" + preset.key());
        generator.writeStringField("name", preset.experiment().name());
        generator.writeStringField("note", preset.experiment().note());
        generator.writeEndObject();
      }
      generator.writeEndArray();
      generator.writeEndObject();
      generator.writeRaw('\n');
    }
  }
}
