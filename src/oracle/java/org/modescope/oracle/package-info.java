/// Asks a modern PyTorch, run from Java without Python, what it does with the cases of the golden
/// files. It is started by `./mvnw -Poracle` in a JVM of its own: PyTorch's bindings and the
/// engine's ND4J want different versions of JavaCPP. Nothing of it is shipped.
package org.modescope.oracle;
