package org.modescope.lesson.file;

import java.util.Optional;
import org.modescope.words.Phrase;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// The part of YAML that lessons use: mappings, lists and plain values. Anchors, aliases and tags,
/// by which small files grow large or ask for classes, are refused before anything is built.
final class Yaml {
  private static final int DEEPEST = 12;
  private static final int MOST_EVENTS = 20_000;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setMaxAliasesForCollections(0)
          .setAllowRecursiveKeys(false)
          .setCodePointLimit(LessonFile.MOST_BYTES)
          .build();

  private final Source source;
  private final int firstLine;

  private Yaml(Source source, int firstLine) {
    this.source = source;
    this.firstLine = firstLine;
  }

  /// The mapping that a text holds.
  ///
  /// @param firstLine the line of the file that the text begins with
  /// @param what it is, such as a question, for refusals
  static YamlValue mapping(Source source, String text, int firstLine, Phrase what) {
    return new Yaml(source, firstLine).read(text, what);
  }

  private YamlValue read(String text, Phrase what) {
    try {
      checkEvents(text);
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      if (root.isEmpty()) {
        throw source.refuse(firstLine, "lesson.file.empty", "what", what);
      }
      return new YamlValue(source, firstLine, root.get());
    } catch (MarkedYamlEngineException malformed) {
      String problem = String.valueOf(malformed.getProblem());
      throw source.refuse(line(malformed.getProblemMark()), "lesson.file.yaml", "problem", problem);
    } catch (YamlEngineException malformed) {
      throw source.refuse(
          firstLine, "lesson.file.yaml", "problem", String.valueOf(malformed.getMessage()));
    }
  }

  private void checkEvents(String text) {
    int events = 0;
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      events++;
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      int line = line(event.getStartMark());
      if (events > MOST_EVENTS || depth > DEEPEST) {
        throw source.refuse(line, "lesson.file.yaml-large", "deepest", DEEPEST);
      }
      if (event instanceof AliasEvent || isMarked(event)) {
        throw source.refuse(line, "lesson.file.yaml-mark");
      }
    }
  }

  private static boolean isMarked(Event event) {
    boolean isAnchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
    boolean isTagged =
        event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
            || event instanceof CollectionStartEvent start && start.getTag().isPresent();
    return isAnchored || isTagged;
  }

  private int line(Optional<Mark> mark) {
    return firstLine + mark.map(Mark::getLine).orElse(0);
  }
}
