package org.modescope.files;

/// Which files an experiment may name.
public enum Reach {
  /// Only files in its own folder or below: a file that somebody handed out cannot read what else
  /// lies on the disk.
  OWN_FOLDER,
  /// Any file: for experiments that this program wrote for itself, such as what it saves for
  /// recovery, whose user chose the files.
  ANYWHERE
}
