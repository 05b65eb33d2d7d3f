"""What the Python scripts print for measure.py: CPU seconds of each step, and figures that should agree."""

import time

_last = 0.0


def step(name):
    global _last
    now = time.process_time()
    print(f"step {name} {now - _last:.3f}")
    _last = now


def figure(name, value):
    print(f"figure {name} {value:.10g}")
