package org.modescope.lesson.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.modescope.lesson.Block;
import org.modescope.lesson.condition.Measures;
import org.modescope.words.Text;

/// A page of HTML that grows; whatever text it is given appears as text.
final class Page {
  private final StringBuilder html = new StringBuilder();
  private final Text text;

  Page(String title, Text text) {
    this.text = text;
    raw("<!DOCTYPE html>");
    raw("<html lang=\"%s\"><head><meta charset=\"utf-8\">".formatted(text.language().tag()));
    element("title", title);
    raw("<style>\n" + style() + "</style></head><body><main>");
  }

  Page raw(String tags) {
    html.append(tags).append('\n');
    return this;
  }

  Page element(String tag, String content) {
    String name = tag.split(" ", 2)[0];
    return raw("<%s>%s</%s>".formatted(tag, escape(content), name));
  }

  /// A sentence of the bundle.
  Page say(String tag, String key, Object... values) {
    return element(tag, text.say(key, values));
  }

  /// A block of a lesson's prose, with what was measured in its places.
  Page block(Block block, Measures measures) {
    switch (block) {
      case Block.Paragraph paragraph -> raw("<p>%s</p>".formatted(inline(paragraph, measures)));
      case Block.Items items -> {
        raw("<ul>");
        items.paragraphs().forEach(item -> raw("<li>%s</li>".formatted(inline(item, measures))));
        raw("</ul>");
      }
    }
    return this;
  }

  private String inline(Block.Paragraph paragraph, Measures measures) {
    StringBuilder line = new StringBuilder();
    for (Block.Run run : paragraph.runs()) {
      String words = escape(run.words().fill(measures, text.numbers()));
      line.append(
          switch (run.style()) {
            case PLAIN -> words;
            case STRONG -> "<strong>" + words + "</strong>";
            case EMPHASIS -> "<em>" + words + "</em>";
            case CODE -> "<code>" + words + "</code>";
          });
    }
    return line.toString();
  }

  /// The whole page.
  String finished() {
    return html + "</main></body></html>\n";
  }

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String style() {
    try (InputStream css = Objects.requireNonNull(Page.class.getResourceAsStream("guide.css"))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
