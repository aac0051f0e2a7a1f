package org.modescope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.modescope.cli.result.Delivery;
import org.modescope.cli.result.Destination;
import org.modescope.cli.result.Json;
import org.modescope.cli.text.Paragraph;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.library.Lessons;
import org.modescope.words.Language;
import org.modescope.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `modescope lesson list`.
@Command(name = "list", footer = "  modescope lesson list")
final class LessonListCommand implements Callable<Integer> {
  private static final String INDENT = "    ";

  private final Terminal terminal;

  @Option(names = "--json", paramLabel = "OUT", descriptionKey = "help.presets.json")
  private Optional<String> json;

  LessonListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Lesson> lessons = Lessons.all(Language.ENGLISH);
    if (json.isPresent()) {
      Delivery delivery = new Delivery();
      delivery.add(Destination.ofFile("--json", json.get()), out -> writeJson(lessons, out));
      delivery.deliver(terminal.out());
    } else {
      lessons.forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private void print(Lesson lesson) {
    terminal
        .out()
        .println(
            Text.english()
                .say(
                    "cli.lesson.listed",
                    "id",
                    lesson.id(),
                    "title",
                    lesson.title(),
                    "minutes",
                    lesson.minutes()));
    String goal =
        Text.english().say("cli.lesson.goal", "group", lesson.group(), "goal", lesson.goal());
    Paragraph.lines(INDENT, INDENT, goal, terminal.columns()).forEach(terminal.out()::println);
  }

  private static void writeJson(List<Lesson> lessons, OutputStream out) throws IOException {
    try (JsonGenerator generator = Json.generator(out)) {
      generator.writeStartObject();
      generator.writeArrayFieldStart("lessons");
      for (Lesson lesson : lessons) {
        generator.writeStartObject();
        generator.writeStringField("id", lesson.id());
        generator.writeStringField("title", lesson.title());
        generator.writeStringField("group", lesson.group());
        generator.writeNumberField("minutes", lesson.minutes());
        generator.writeStringField("goal", lesson.goal());
        generator.writeArrayFieldStart("languages");
        for (Language language : Lessons.languages(lesson.id())) {
          generator.writeString(language.tag());
        }
        generator.writeEndArray();
        generator.writeEndObject();
      }
      generator.writeEndArray();
      generator.writeEndObject();
      generator.writeRaw('\n');
    }
  }
}
