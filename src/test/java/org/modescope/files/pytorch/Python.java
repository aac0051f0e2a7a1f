package org.modescope.files.pytorch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A Python with PyTorch that runs scripts one after another, so that PyTorch is loaded once.
///
/// The environment variable `MODESCOPE_PYTHON` chooses one; else the first with PyTorch of
/// `python3` on the path and `/usr/bin/python3` is taken.
public final class Python implements AutoCloseable {
  public static final String MISSING =
      "no Python with PyTorch: install python3-torch, or set MODESCOPE_PYTHON to one that has it";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path driver;
  private final BufferedWriter orders;
  private final BufferedReader answers;

  private Python(Process process, Path driver) {
    this.process = process;
    this.driver = driver;
    this.orders = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  public static Optional<Python> find() throws IOException {
    String chosen = System.getenv("MODESCOPE_PYTHON");
    for (String command :
        chosen == null ? List.of("python3", "/usr/bin/python3") : List.of(chosen)) {
      Optional<Python> python = start(command);
      if (python.isPresent()) {
        return python;
      }
    }
    return Optional.empty();
  }

  private static Optional<Python> start(String command) throws IOException {
    Path driver = Files.createTempFile("run_scripts", ".py");
    try (var code = Python.class.getResourceAsStream("run_scripts.py")) {
      Files.write(driver, Objects.requireNonNull(code).readAllBytes());
    }
    try {
      Process process =
          new ProcessBuilder(command, driver.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Python python = new Python(process, driver);
      if (python.answers.readLine() != null) {
        return Optional.of(python);
      }
      python.close();
    } catch (IOException notThere) {
      Files.deleteIfExists(driver);
    }
    return Optional.empty();
  }

  /// What a script printed, and what it raised.
  public JsonNode run(Path script) {
    return ask("run " + script);
  }

  /// The names and strings in a script, or why it is none.
  JsonNode parse(Path script) {
    return ask("parse " + script);
  }

  private JsonNode ask(String order) {
    try {
      orders.write(order);
      orders.newLine();
      orders.flush();
      return JSON.readTree(Objects.requireNonNull(answers.readLine(), "Python ended"));
    } catch (IOException broken) {
      throw new IllegalStateException("Python does not answer", broken);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      Files.deleteIfExists(driver);
    } catch (IOException left) {
      throw new IllegalStateException("cannot remove " + driver, left);
    }
  }
}
