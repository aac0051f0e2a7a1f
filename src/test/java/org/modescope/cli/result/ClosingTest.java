package org.modescope.cli.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
  @Test
  void closesTheRestWhenOneCannotBeClosed() {
    List<String> closed = new ArrayList<>();
    List<Closeable> all = List.of(failing("first"), () -> closed.add("second"), failing("third"));

    assertThatThrownBy(() -> Closing.all(all))
        .hasMessage("first")
        .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessage("third"));
    assertThat(closed).containsExactly("second");
  }

  private static Closeable failing(String name) {
    return () -> {
      throw new IOException(name);
    };
  }
}
