package org.modescope.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The patterns of a language, read from the files of its folder, each when one of its keys is
/// first asked for: the first frame needs few of them.
final class BundleFiles implements Patterns {
  /// The files of a language's folder. The first part of a key names the file that it stands in.
  static final Set<String> AREAS =
      Set.of(
          "activity",
          "argument",
          "bench",
          "cells",
          "chart",
          "cli",
          "code",
          "common",
          "control",
          "document",
          "explanation",
          "file",
          "finding",
          "glossary",
          "graph",
          "help",
          "import",
          "instrument",
          "layer",
          "lesson",
          "mates",
          "message",
          "mystery",
          "net",
          "pair",
          "paste",
          "preset",
          "reading",
          "remedy",
          "report",
          "settings",
          "sheet",
          "shell",
          "table",
          "trace",
          "training",
          "weights");

  private final String tag;
  private final Map<String, Properties> areas = new ConcurrentHashMap<>();

  private BundleFiles(String tag) {
    this.tag = tag;
  }

  static BundleFiles of(String tag) {
    return new BundleFiles(tag);
  }

  @Override
  public Optional<String> find(String key) {
    int end = key.indexOf('.');
    String area = end < 0 ? key : key.substring(0, end);
    return AREAS.contains(area)
        ? Optional.ofNullable(areas.computeIfAbsent(area, this::read).getProperty(key))
        : Optional.empty();
  }

  @Override
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (String area : AREAS) {
      keys.addAll(areas.computeIfAbsent(area, this::read).stringPropertyNames());
    }
    return keys;
  }

  @Override
  public Set<String> keys(String area) {
    return areas.computeIfAbsent(area, this::read).stringPropertyNames();
  }

  private Properties read(String area) {
    Properties read = new Properties();
    try (InputStream file =
        BundleFiles.class.getResourceAsStream(tag + "/" + area + ".properties")) {
      if (file != null) {
        Reader characters = new InputStreamReader(file, StandardCharsets.UTF_8);
        read.load(characters);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the words of " + area, broken);
    }
    return read;
  }
}
