package org.modescope.files;

/// Is told how far a file is read, and may end it. Called on the thread that reads.
public interface ReadWatch {
  /// Reads to the end, and tells nobody.
  ReadWatch NONE =
      new ReadWatch() {
        @Override
        public void read(double share) {}

        @Override
        public boolean isEnded() {
          return false;
        }
      };

  /// @param share of the whole work, from 0 to 1
  void read(double share);

  /// Whether nobody wants the rest.
  boolean isEnded();

  /// Tells how far it is.
  ///
  /// @throws java.util.concurrent.CancellationException if nobody wants the rest
  default void check(double share) {
    if (isEnded()) {
      throw new java.util.concurrent.CancellationException("reading was ended");
    }
    read(share);
  }

  /// A watch for a part of the work.
  default ReadWatch part(double from, double to) {
    ReadWatch whole = this;
    return new ReadWatch() {
      @Override
      public void read(double share) {
        whole.read(from + share * (to - from));
      }

      @Override
      public boolean isEnded() {
        return whole.isEnded();
      }
    };
  }
}
