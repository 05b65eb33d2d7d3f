"""Runs several programs that do one job in turn, A B C A B C ..., and prints a table of what they cost.

usage: measure.py TITLE RUNS STEPS NAME COMMAND [NAME COMMAND ...]

The first program is the one that the others are held against. CPU is user and system time of the whole process, all
its threads and children; STEPS, separated by commas, are the steps that are the job itself, without starting up,
reading and writing. Figures are medians, ratios medians of the ratios run by run.
"""

import os
import shlex
import statistics
import sys


def run(command):
    """CPU seconds, peak memory in MB, and what the program printed, as a list of words for each line."""
    out, into = os.pipe()
    argv = shlex.split(command)
    child = os.posix_spawnp(argv[0], argv, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, into, 1)])
    os.close(into)
    with os.fdopen(out) as text:
        lines = [line.split() for line in text]
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"measure.py: failed: {command}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, [line for line in lines if len(line) == 3]


def ratio(above, below):
    """The median of the ratios pair by pair, as text."""
    if not all(above) or not all(below):
        return ""
    value = statistics.median(a / b for a, b in zip(above, below))
    return f"{value:.1f}" if value < 10 else f"{value:.0f}"


def main():
    title, runs, wanted = sys.argv[1], int(sys.argv[2]), sys.argv[3].split(",")
    names, commands = sys.argv[4::2], sys.argv[5::2]
    results = {name: [] for name in names}
    for _ in range(runs):
        for name, command in zip(names, commands):
            results[name].append(run(command))
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)

    whole = {name: [cpu for cpu, _, _ in results[name]] for name in names}
    job = {
        name: [sum(float(value) for kind, step, value in lines if kind == "step" and step in wanted) for _, _, lines in results[name]]
        for name in names
    }
    print(f"\n{title}; {runs} runs" if runs > 1 else f"\n{title}; 1 run")
    print(f"{'':28}{'whole CPU s':>12}{'ratio':>8}{'job CPU s':>12}{'ratio':>8}{'peak MB':>9}")
    for name in names:
        memory = statistics.median(mb for _, mb, _ in results[name])
        own = f"{statistics.median(job[name]):.3f}" if any(job[name]) else ""
        print(
            f"{name:28}{statistics.median(whole[name]):12.2f}{ratio(whole[name], whole[names[0]]):>8}"
            f"{own:>12}{ratio(job[name], job[names[0]]):>8}{memory:9.0f}"
        )
    for name in names:
        steps, figures = {}, []
        for _, _, lines in results[name]:
            for kind, what, value in lines:
                if kind == "step":
                    steps.setdefault(what, []).append(float(value))
        for kind, what, value in results[name][-1][2]:
            if kind == "figure":
                figures.append(f"{what} {value}")
        parts = [f"{what} {statistics.median(values):.3f}" for what, values in steps.items()]
        if parts or figures:
            print(f"{name}: " + "; ".join(part for part in [", ".join(parts), ", ".join(figures)] if part))


main()
