"""The processes that are compared: each is asked for so many repetitions of a named work, and says how long they took."""
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
MAVEN = ["./mvnw", "-q", "-Pbench", "test-compile", "exec:exec@compare"]


class Side:
    """A process that stays warm, reads `name count` and answers in JSON."""

    def __init__(self, command, environment=None):
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.communicate("end\n")

    def ask(self, name, count):
        self.process.stdin.write(f"{name} {count}\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line.startswith("{"):
                return json.loads(line)
        raise SystemExit(f"the process that was to do {name} ended early: see above")

    def seconds(self, name, count):
        return self.ask(name, count)["nanos"] * 1e-9


def engine(command, threads):
    """The engine in a JVM of its own, started by Maven unless another command is given."""
    # A BLAS that was put in PyTorch's way is not the engine's.
    environment = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    environment |= {name: str(threads) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    environment["JAVA_TOOL_OPTIONS"] = f"-XX:ActiveProcessorCount={threads}"
    return Side(command.split() if command else MAVEN, environment)


def pytorch(python, threads):
    """PyTorch under that Python."""
    return Side([python, HERE / "torch_side.py", str(threads)])


class Launcher:
    """What is shipped: every run is a process of its own."""

    def __init__(self, path):
        self.path = path

    def run(self, experiment, passes, warmup=0):
        """How long so many passes took by ModeScope's own clock, and the whole process; in seconds."""
        with tempfile.TemporaryDirectory() as folder:
            result = Path(folder) / "result.json"
            started = time.perf_counter()
            subprocess.run([self.path, "run", *experiment, "--passes", str(passes), "--warmup", str(warmup),
                            "--detail", "1", "--json", result], check=True, stdout=subprocess.DEVNULL)
            whole = time.perf_counter() - started
            return json.loads(result.read_text(encoding="utf-8"))["summary"]["wall_ns"] * 1e-9, whole
