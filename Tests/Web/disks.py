"""A disk of a test's own: small, full or read-only, for root and for whoever may make one."""

import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

import machine


class Disk:
    """A file system in memory, seen by those alone who are started with `inside`."""

    def __init__(self, folder, holder):
        self.folder = Path(folder)
        self.inside = ["nsenter", "-t", str(holder.pid), "-m", f"--wd={machine.repository}", "--"]
        # The folder as this process sees it.
        self.seen = Path(f"/proc/{holder.pid}/root") / self.folder.relative_to("/")

    def run(self, *command):
        subprocess.run([*self.inside, *map(str, command)], check=True, capture_output=True)

    def make_read_only(self):
        self.run("mount", "-o", "remount,ro", self.folder)

    def fill(self):
        """Leaves not a byte."""
        with open(self.seen / "filling", "wb", buffering=0) as filling:
            try:
                while True:
                    filling.write(b"x" * 4096)
            except OSError:
                pass

    def make_room(self):
        (self.seen / "filling").unlink()


@contextmanager
def small_disk(folder, kilobytes):
    """Skips the test where no disk can be made."""
    folder.mkdir()
    script = f"mount -t tmpfs -o size={kilobytes}k tmpfs '{folder}' && echo ready && exec cat"
    with subprocess.Popen(
        ["unshare", "-m", "sh", "-c", script],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as holder:
        try:
            if holder.stdout.readline() != "ready\n":
                pytest.skip("no disk can be made here (unshare -m and mount need root)")
            yield Disk(folder, holder)
        finally:
            # The holder ends with its input.
            holder.stdin.close()
