package org.modescope.lesson.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The program with one line of its engine changed: every class of it is loaded a second time, that
/// one from changed source. Libraries are shared with the right one.
final class BrokenEngine extends ClassLoader {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final String OWN = "org.modescope.";

  private final Map<String, byte[]> changed;

  /// @param source the file below the folder of sources
  /// @param says what stands there once
  /// @param saysNow what takes its place
  BrokenEngine(String source, String says, String saysNow) throws IOException {
    super(BrokenEngine.class.getClassLoader());
    String right = Files.readString(SOURCES.resolve(source));
    assertThat(right.split(java.util.regex.Pattern.quote(says), -1)).as(says).hasSize(2);
    changed = compile(source, right.replace(says, saysNow));
  }

  /// What `lesson check` finds with this engine: the line of each mismatch.
  List<Integer> linesFound(String name, String lesson)
      throws ReflectiveOperationException, IOException {
    Class<?> file = loadClass("org.modescope.lesson.file.LessonFile");
    Class<?> type = loadClass("org.modescope.lesson.Lesson");
    Object read =
        file.getMethod("read", Path.class, byte[].class)
            .invoke(null, Path.of(name), lesson.getBytes(StandardCharsets.UTF_8));
    BooleanSupplier never = () -> false;
    try {
      List<?> found =
          (List<?>)
              loadClass("org.modescope.lesson.check.LessonCheck")
                  .getMethod("check", type, BooleanSupplier.class)
                  .invoke(null, read, never);
      return found.stream().map(BrokenEngine::line).toList();
    } catch (InvocationTargetException thrown) {
      throw new AssertionError("the check itself failed", thrown.getCause());
    }
  }

  private static int line(Object mismatch) {
    try {
      var line = mismatch.getClass().getMethod("line");
      line.setAccessible(true);
      return (int) line.invoke(mismatch);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// Own classes come from here and not from the parent.
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null
          ? loaded
          : name.startsWith(OWN) ? findClass(name) : super.loadClass(name, resolve);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = changed.containsKey(name) ? changed.get(name) : asCompiled(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] asCompiled(String name) throws ClassNotFoundException {
    try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new ClassNotFoundException(name, broken);
    }
  }

  private static Map<String, byte[]> compile(String source, String text) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
    Compiled compiled = new Compiled(compiler.getStandardFileManager(null, null, null));
    try (compiled) {
      JavaFileObject unit =
          new SimpleJavaFileObject(URI.create("memory:///" + source), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return text;
            }
          };
      List<String> options =
          List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
      assertThat(compiler.getTask(null, compiled, null, options, null, List.of(unit)).call())
          .as("the changed source compiles")
          .isTrue();
    }
    return compiled.classes();
  }

  /// Keeps what is compiled in memory.
  private static final class Compiled extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    Compiled(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String name,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return written.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
        }
      };
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new HashMap<>();
      written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
      return classes;
    }
  }
}
