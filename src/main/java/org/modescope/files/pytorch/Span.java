package org.modescope.files.pytorch;

/// Lines of code that are about one thing. Lines are counted from 0, both ends included; a line may
/// be about several things.
public record Span(Subject subject, int firstLine, int lastLine) {}
