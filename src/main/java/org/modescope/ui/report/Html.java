package org.modescope.ui.report;

import java.util.List;

/// Builds a page of HTML; whatever text it is given appears as text.
final class Html {
  private final StringBuilder page = new StringBuilder();

  /// The text with what HTML would understand as its own replaced.
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Adds HTML as it stands.
  Html raw(String html) {
    page.append(html).append('\n');
    return this;
  }

  /// Adds an element with text in it. What is preformatted is Python or PyTorch's own words, which
  /// run from left to right in every language.
  ///
  /// @param tag such as `p`, with attributes where it needs them
  Html element(String tag, String text) {
    String name = tag.split(" ", 2)[0];
    String direction = name.equals("pre") ? " dir=\"ltr\"" : "";
    return raw("<" + tag + direction + ">" + escape(text) + "</" + name + ">");
  }

  /// Adds a table; the first cell of each row is its heading.
  Html table(List<String> header, List<List<String>> rows) {
    raw("<table>");
    if (!header.isEmpty()) {
      raw("<thead><tr>");
      header.forEach(cell -> element("th scope=\"col\"", cell));
      raw("</tr></thead>");
    }
    raw("<tbody>");
    for (List<String> row : rows) {
      raw("<tr>");
      element("th scope=\"row\"", row.getFirst());
      row.subList(1, row.size()).forEach(cell -> element("td", cell));
      raw("</tr>");
    }
    return raw("</tbody></table>");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
