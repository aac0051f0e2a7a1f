package org.modescope.autograd.random;

/// The orders in which `DataLoader(shuffle=True, generator=torch.Generator().manual_seed(seed))`
/// goes through its rows, epoch after epoch.
public final class Shuffle {
  private final Generator generator;
  private final int rows;

  public Shuffle(long seed, int rows) {
    this.generator = Generator.seeded(seed);
    this.rows = rows;
  }

  /// The order of the next epoch.
  public int[] next() {
    // A loader draws a seed for its workers, whether it has any or not.
    generator.random64();
    int[] order = generator.permutation(rows);
    // When the rows are used up its sampler draws another order, of which it takes none.
    generator.skip(rows - 1);
    return order;
  }
}
