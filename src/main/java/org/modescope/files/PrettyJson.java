package org.modescope.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/// Writes JSON for people: what is short stands on one line, such as a layer; lists of many numbers
/// fill their lines.
final class PrettyJson {
  private static final int WIDTH = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Writer out;

  private PrettyJson(Writer out) {
    this.out = out;
  }

  /// Writes a value; an object at the top has a line for each key, however short.
  static void write(JsonNode json, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    new PrettyJson(text).broken(json, 0);
    text.append('\n').flush();
  }

  /// @param used how many columns of the line are taken
  private void value(JsonNode json, int indent, int used) throws IOException {
    String line = oneLine(json, WIDTH - used);
    if (line.length() <= WIDTH - used || json.isValueNode()) {
      out.append(line);
    } else {
      broken(json, indent);
    }
  }

  private void broken(JsonNode json, int indent) throws IOException {
    if (json.isObject()) {
      object(json, indent);
    } else if (isFlat(json)) {
      filled(json, indent);
    } else {
      list(json, indent);
    }
  }

  private void object(JsonNode json, int indent) throws IOException {
    String separator = "{";
    for (Map.Entry<String, JsonNode> property : json.properties()) {
      out.append(separator);
      newLine(indent + 1);
      String key = quote(property.getKey()) + ": ";
      out.append(key);
      value(property.getValue(), indent + 1, 2 * (indent + 1) + key.length() + 1);
      separator = ",";
    }
    newLine(indent);
    out.append('}');
  }

  private void list(JsonNode json, int indent) throws IOException {
    String separator = "[";
    for (JsonNode element : json) {
      out.append(separator);
      newLine(indent + 1);
      value(element, indent + 1, 2 * (indent + 1) + 1);
      separator = ",";
    }
    newLine(indent);
    out.append(']');
  }

  private void filled(JsonNode json, int indent) throws IOException {
    out.append('[');
    int column = WIDTH;
    for (Iterator<JsonNode> elements = json.elements(); elements.hasNext(); ) {
      String text = scalar(elements.next()) + (elements.hasNext() ? "," : "");
      if (column + 1 + text.length() > WIDTH) {
        newLine(indent + 1);
        column = 2 * (indent + 1);
      } else {
        out.append(' ');
        column++;
      }
      out.append(text);
      column += text.length();
    }
    newLine(indent);
    out.append(']');
  }

  private void newLine(int indent) throws IOException {
    out.append('\n').append("  ".repeat(indent));
  }

  private static boolean isFlat(JsonNode list) {
    for (JsonNode element : list) {
      if (element.isContainerNode()) {
        return false;
      }
    }
    return true;
  }

  /// The value on one line, or the beginning of it if it is longer than a line may be.
  private static String oneLine(JsonNode json, int width) {
    StringBuilder line = new StringBuilder();
    appendTo(line, json, width);
    return line.toString();
  }

  private static void appendTo(StringBuilder line, JsonNode json, int width) {
    if (line.length() > width) {
      return;
    }
    if (json.isObject()) {
      String separator = "{";
      for (Map.Entry<String, JsonNode> property : json.properties()) {
        line.append(separator).append(quote(property.getKey())).append(": ");
        appendTo(line, property.getValue(), width);
        separator = ", ";
      }
      line.append(json.isEmpty() ? "{}" : "}");
    } else if (json.isArray()) {
      line.append('[');
      for (int i = 0; i < json.size() && line.length() <= width; i++) {
        line.append(i == 0 ? "" : ", ");
        appendTo(line, json.get(i), width);
      }
      line.append(']');
    } else {
      line.append(scalar(json));
    }
  }

  private static String scalar(JsonNode json) {
    String text = json.toString();
    return json.getNodeType() == JsonNodeType.NUMBER
        ? text.replace(".0E", "e").replace('E', 'e')
        : text;
  }

  private static String quote(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
