package org.modescope.files;

import org.modescope.experiment.Table;
import org.modescope.experiment.TableFound;

/// A table that was read, and what else was found in its file.
public record CsvTable(Table table, TableFound found) {}
