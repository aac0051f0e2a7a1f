package org.modescope.lesson.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.modescope.experiment.Experiment;
import org.modescope.files.NearMiss;
import org.modescope.lesson.Part;
import org.modescope.lesson.condition.ConditionException;
import org.modescope.lesson.condition.ExpressionParser;
import org.modescope.words.Phrase;

/// Reads what follows a lesson's head, block by block.
final class PartsReader {
  private static final List<String> BLOCKS = List.of("question", "claim", "remember", "set");
  private static final int MOST_BLOCKS = 200;

  private final Source source;
  private final ProseReader prose;
  private final SetupReader setups;

  /// @param experiment what the lesson begins with
  /// @param firstLine the line of the file that the text begins with
  PartsReader(Source source, Experiment experiment, int firstLine) {
    this.source = source;
    prose = new ProseReader(source, firstLine);
    setups = new SetupReader(experiment);
  }

  List<Part> read(String text) throws IOException {
    Parser parser =
        Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    List<Part> parts = new ArrayList<>();
    for (Node node = parser.parse(text).getFirstChild(); node != null; node = node.getNext()) {
      if (parts.size() == MOST_BLOCKS) {
        throw source.refuse(prose.line(node), "lesson.file.blocks", "most", MOST_BLOCKS);
      }
      parts.add(part(node));
    }
    return parts;
  }

  private Part part(Node node) throws IOException {
    return switch (node) {
      case Paragraph paragraph -> new Part.Prose(prose.line(node), prose.paragraph(paragraph));
      case BulletList list -> new Part.Prose(prose.line(node), prose.items(list));
      case FencedCodeBlock block -> fenced(block);
      default -> throw prose.refuse(node);
    };
  }

  private Part fenced(FencedCodeBlock block) throws IOException {
    int line = prose.line(block);
    String name = String.valueOf(block.getInfo()).strip();
    String text = block.getLiteral();
    if (block.getClosingFenceLength() == null) {
      throw source.refuse(line, "lesson.file.fence-open", "name", name);
    }
    return switch (name) {
      case "question" -> {
        YamlValue value =
            Yaml.mapping(source, text, line + 1, Phrase.of("lesson.file.what.question"));
        yield new QuestionReader(setups).read(value, line);
      }
      case "claim" -> new Part.Claim(line, statements(text, line + 1));
      case "remember" -> remember(text, line);
      case "set" -> change(text, line);
      default ->
          throw source.refuse(
              line,
              "lesson.file.block",
              "found",
              name,
              "hint",
              NearMiss.hint(name, BLOCKS),
              "allowed",
              String.join(", ", BLOCKS));
    };
  }

  private Part remember(String text, int line) {
    if (text.isBlank()) {
      throw source.refuse(line, "lesson.file.empty", "what", "remember");
    }
    return new Part.Remember(line, text.stripTrailing());
  }

  private Part change(String text, int line) throws IOException {
    YamlValue value = Yaml.mapping(source, text, line + 1, Phrase.verbatim("set"));
    boolean isRun = value.optional("run").map(YamlValue::flag).orElse(false);
    return new Part.Change(line, setups.next(value, SetupReader.KEYS_OF_BLOCK), isRun);
  }

  private List<Part.Statement> statements(String text, int first) {
    List<Part.Statement> statements = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        statements.add(statement(source, lines.get(i).strip(), first + i));
      }
    }
    if (statements.isEmpty()) {
      throw source.refuse(first - 1, "lesson.file.empty", "what", "claim");
    }
    return statements;
  }

  static Part.Statement statement(Source source, String text, int line) {
    try {
      return new Part.Statement(line, text, ExpressionParser.parse(text));
    } catch (ConditionException wrong) {
      throw source.refuse(line, wrong);
    }
  }
}
