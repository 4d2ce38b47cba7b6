"""Prints processor seconds, wall seconds and peak megabytes of a command, as JSON.

A small process of its own, run without NumPy: what a process held before it became another counts as
the other's peak, so a large one would hide the command's.
"""

import json
import os
import sys
import time

started = time.perf_counter()
child = os.fork()
if child == 0:
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.execv(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - started
print(json.dumps([usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024]))
sys.exit(os.waitstatus_to_exitcode(status) and 1)
