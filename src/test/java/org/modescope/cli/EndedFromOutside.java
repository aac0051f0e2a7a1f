package org.modescope.cli;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/// Carries a command out as the launcher does, and says when it may be asked to end.
final class EndedFromOutside {
  private EndedFromOutside() {}

  public static void main(String[] arguments) {
    Interruption shutdown = new ShutdownInterruption();
    Interruption telling =
        new Interruption() {
          @Override
          public BooleanSupplier listen() {
            BooleanSupplier asked = shutdown.listen();
            System.out.println("listening");
            return asked;
          }

          @Override
          public void ended(int exitCode) {
            shutdown.ended(exitCode);
          }
        };
    Terminal terminal =
        new Terminal(
            new ResultStream(System.out, StandardCharsets.UTF_8),
            System.err,
            80,
            () -> false,
            telling);
    System.exit(ModeScopeCommand.run(terminal, OutsideInTests.none(), arguments));
  }
}
