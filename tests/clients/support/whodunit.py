"""The program under test, as a person runs it."""

import json
import os
import shutil
import subprocess
import threading
from contextlib import contextmanager
from pathlib import Path

READY = "Whodunit is ready at "
# For a debug build on a busy machine.
PATIENCE_S = 120


def program(name):
    """A program of this repository: cargo has built it into the folder that xtask names."""
    folder = os.environ.get("WHODUNIT_BINARIES")
    if not folder:
        raise RuntimeError("WHODUNIT_BINARIES is not set: run `cargo xtask test --only clients`")
    path = shutil.which(name, path=os.pathsep.join([folder, os.path.join(folder, "examples")]))
    if not path:
        raise RuntimeError(f"there is no {name} in {folder}: run `cargo build --all-targets`")
    return path


def output(*command):
    """What a program prints; its complaints are the message when it fails."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=PATIENCE_S)
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout


class Events:
    """A file of events. Only one process has it open: everything is prepared, then it is served."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.file = self.folder / "events.db"

    def run(self, command, *arguments):
        # `forever`, for the corpus has records of many years.
        return output(program("whodunit"), *command.split(), *arguments, "--data", str(self.file))

    def add(self, logs):
        self.run("import", str(logs), "--retention", "forever")
        return self

    def found(self, query):
        """The ids that `whodunit search` gives, whatever the time."""
        options = ["--from", "2000-01-01", "--limit", "100000", "--format", "ndjson"]
        lines = self.run("search", query, *options, "--retention", "forever").splitlines()
        return sorted(json.loads(line)["eventID"] for line in lines)

    def key(self, label):
        """A new access key: its id and its secret."""
        made = json.loads(self.run("keys create", "--label", label, "--json"))
        return made["accessKeyId"], made["secretAccessKey"]

    def channel(self, name, account):
        """The ARN of a new channel for audit events."""
        return json.loads(self.run("channels create", name, "--account", account, "--json"))["arn"]

    @contextmanager
    def served(self, *options, retention="forever"):
        """The address of a server, which ends with the block."""
        command = [program("whodunit"), "serve", "--listen", "127.0.0.1:0", "--data", str(self.file)]
        command += ["--retention", retention, *options]
        with open(self.folder / "serve.log", "a", encoding="utf-8") as log:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, encoding="utf-8")
        impatience = threading.Timer(PATIENCE_S, process.kill)
        impatience.start()
        try:
            # The lines end when the program does.
            ready = next((line for line in process.stdout if READY in line), None)
            impatience.cancel()
            complaints = (self.folder / "serve.log").read_text("utf-8")
            assert ready, f"{' '.join(command)} did not say that it is ready:\n{complaints}"
            yield ready.split(READY)[1].split()[0]
        finally:
            impatience.cancel()
            process.kill()
            process.wait()
            process.stdout.close()
