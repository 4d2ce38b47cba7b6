"""What the tests run and how long they wait for it."""

import hashlib
import json
import os
import subprocess
from pathlib import Path

repository = Path(__file__).resolve().parents[2]

# Where Scripts/test-web builds, unless another build is named.
_built = repository / ".build-test" / "release"
serve_binary = Path(os.environ.get("GREENALU_SERVE_BINARY") or _built / "greenalu-serve")
command_binary = Path(os.environ.get("GREENALU_BINARY") or _built / "greenalu")
chromium = os.environ.get("GREENALU_CHROMIUM") or "/usr/bin/chromium"

# Seconds within which a plan must be there. A debug build solves 10 to 30 times slower.
patience = float(os.environ.get("GREENALU_PATIENCE") or 15)

# Limits in milliseconds and megabytes are those of an optimised build; a debug build multiplies.
slack = float(os.environ.get("GREENALU_SLACK") or 1)

idle_timeout = 10
request_deadline = 30
body_limit = 1 << 20
connection_limit = 64
job_limit = 200


def command_line(*arguments, code=0):
    """Runs `greenalu` and returns what it printed."""
    run = subprocess.run(
        [str(command_binary), *map(str, arguments)],
        cwd=repository,
        capture_output=True,
        text=True,
        timeout=patience * 10,
        check=False,
    )
    assert run.returncode == code, f"greenalu {arguments}: {run.returncode}\n{run.stdout}{run.stderr}"
    return run.stdout


class PlannedFolder:
    """A folder that `greenalu plan` wrote."""

    def __init__(self, out, *arguments, code=0):
        self.folder = Path(out)
        command_line("plan", *arguments, "--out", out, code=code)

    def bytes(self, name):
        return (self.folder / name).read_bytes()

    @property
    def digest(self):
        """The digest of the effective scenario, which the manifest must name too."""
        computed = hashlib.sha256(self.bytes("effective_scenario.yaml")).hexdigest()
        written = {
            entry["name"]: entry["sha256"]
            for entry in json.loads(self.bytes("manifest.json"))["files"]
        }
        assert written["effective_scenario.yaml"] == computed
        return computed
