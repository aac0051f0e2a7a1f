package org.modescope.bench;

import org.modescope.autograd.random.Generator;

/// Masks as SimpleNet's dropout draws them for 32 rows of 20 features: 1,280 words each, by
/// themselves.
final class Masks implements Work {
  private static final int ELEMENTS = 32 * 20;

  private final Generator generator = Generator.seeded(42);
  private final int[] mask = new int[ELEMENTS];

  @Override
  public void repeat(int count) {
    for (int i = 0; i < count; i++) {
      generator.trials(0.5).fill(mask, ELEMENTS, 2);
    }
  }
}
