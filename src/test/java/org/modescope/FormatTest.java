package org.modescope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FormatTest {
  @Test
  void everySourceFileIsFormatted() throws Exception {
    assertThat(SourceFormat.unformattedFiles())
        .as("files that ./mvnw -Pformat would change")
        .isEmpty();
  }
}
