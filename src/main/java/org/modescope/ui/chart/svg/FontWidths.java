package org.modescope.ui.chart.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// How wide a font's letters are, read from its file: AWT would ask the system for fonts, which a
/// server or a container may not have.
///
/// Only what the program's own fonts have is read: one table of widths and a character map in
/// format 4 or 12.
final class FontWidths {
  private static final String FOLDER = "/org/modescope/ui/font/";
  private static final FontWidths REGULAR = read("Inter-Regular.otf");
  private static final FontWidths BOLD = read("Inter-Bold.otf");

  private static final int BYTES_PER_TABLE = 16;
  private static final int BMP_SEGMENTS = 4;
  private static final int ALL_GROUPS = 12;

  private final ByteBuffer file;
  private final Map<String, Integer> tables = new HashMap<>();
  private final int unitsPerEm;
  private final int ascent;
  private final int descent;
  private final int widths;
  private final int characters;

  private FontWidths(byte[] bytes) {
    file = ByteBuffer.wrap(bytes);
    int count = file.getShort(4);
    for (int index = 0; index < count; index++) {
      int entry = 12 + index * BYTES_PER_TABLE;
      byte[] name = new byte[4];
      file.get(entry, name);
      tables.put(new String(name, StandardCharsets.US_ASCII), file.getInt(entry + 8));
    }
    unitsPerEm = unsigned(table("head") + 18);
    ascent = file.getShort(table("hhea") + 4);
    descent = -file.getShort(table("hhea") + 6);
    widths = unsigned(table("hhea") + 34);
    characters = characterMap();
  }

  /// The widths of the program's font.
  static FontWidths of(boolean isBold) {
    return isBold ? BOLD : REGULAR;
  }

  private static FontWidths read(String name) {
    try (InputStream file = FontWidths.class.getResourceAsStream(FOLDER + name)) {
      return new FontWidths(Objects.requireNonNull(file, name).readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the font " + name, broken);
    }
  }

  /// How wide a text is in a font of size 1.
  double width(String text) {
    long units = text.codePoints().mapToLong(this::advance).sum();
    return (double) units / unitsPerEm;
  }

  /// How far letters reach above the line, in a font of size 1.
  double ascent() {
    return (double) ascent / unitsPerEm;
  }

  /// How far letters reach below the line, in a font of size 1.
  double descent() {
    return (double) descent / unitsPerEm;
  }

  private int advance(int character) {
    int glyph = Math.min(glyph(character), widths - 1);
    return unsigned(table("hmtx") + 4 * glyph);
  }

  /// The best character map that there is: one of all of Unicode, or of its first plane.
  private int characterMap() {
    int maps = table("cmap");
    int best = -1;
    for (int index = 0; index < unsigned(maps + 2); index++) {
      int map = maps + file.getInt(maps + 4 + 8 * index + 4);
      int format = unsigned(map);
      if (format == ALL_GROUPS || (format == BMP_SEGMENTS && best < 0)) {
        best = map;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("the font has no character map in format 4 or 12");
    }
    return best;
  }

  private int glyph(int character) {
    return unsigned(characters) == ALL_GROUPS ? inGroups(character) : inSegments(character);
  }

  private int inGroups(int character) {
    int count = file.getInt(characters + 12);
    for (int index = 0; index < count; index++) {
      int group = characters + 16 + 12 * index;
      int first = file.getInt(group);
      if (character >= first && character <= file.getInt(group + 4)) {
        return file.getInt(group + 8) + character - first;
      }
    }
    return 0;
  }

  private int inSegments(int character) {
    int doubled = unsigned(characters + 6);
    int ends = characters + 14;
    int starts = ends + doubled + 2;
    for (int index = 0; index < doubled; index += 2) {
      int first = unsigned(starts + index);
      if (character <= unsigned(ends + index) && character >= first) {
        int delta = file.getShort(starts + doubled + index);
        int offsetAt = starts + 2 * doubled + index;
        int offset = unsigned(offsetAt);
        int glyph = offset == 0 ? character : unsigned(offsetAt + offset + 2 * (character - first));
        return (glyph + delta) & 0xffff;
      }
    }
    return 0;
  }

  private int table(String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }
}
