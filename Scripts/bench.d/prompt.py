"""Measures the prompt of brief on a terminal of its own, as a person meets it.

    python3 prompt.py PROGRAM BRIEFING [--runs N] [--briefings N]

It prints medians: from the start of the process to its first prompt; from a key to what it changes
on the screen, and from Tab to what it offers, with one briefing loaded and with many; and how long a
paste of 10,000 lines takes to be shown. Times are those of the wall, on a machine that may be busy.
"""

import argparse
import os
import pty
import select
import shutil
import statistics
import struct
import fcntl
import sys
import tempfile
import termios
import time


class Terminal:
    """A program on a terminal of 80 columns and 24 rows."""

    def __init__(self, arguments, environment):
        self.begun = time.perf_counter()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            try:
                os.execve(arguments[0], arguments, environment)
            except OSError as error:
                os.write(2, f"prompt.py: cannot start {arguments[0]}: {error}\n".encode())
            # The copy of this process ends here, and nothing else of it may run.
            os._exit(127)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = b""

    def read(self, seconds):
        """Whatever the program writes within the time; empty when it writes nothing."""
        if not select.select([self.descriptor], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self.descriptor, 1 << 16)
        except OSError:
            return b""

    def wait(self, text, seconds=120):
        """The moment when the program had written `text`, since the last call."""
        end = time.perf_counter() + seconds
        while text not in self.seen:
            if time.perf_counter() > end:
                sys.exit(f"prompt.py: {text!r} never came, only {self.seen[-300:]!r}")
            self.seen += self.read(1)
            if os.waitpid(self.process, os.WNOHANG)[0]:
                sys.exit(f"prompt.py: the program has ended: {self.seen[-300:]!r}")
        self.seen = b""
        return time.perf_counter()

    def settle(self, seconds=0.05):
        """Reads on until nothing comes for a while."""
        while True:
            bytes = self.read(seconds)
            if not bytes:
                break
        self.seen = b""

    def send(self, bytes):
        while bytes:
            ready = select.select([self.descriptor], [self.descriptor], [], 1)
            if ready[0]:
                self.seen += os.read(self.descriptor, 1 << 16)
            if ready[1]:
                bytes = bytes[os.write(self.descriptor, bytes[:512]):]

    def press(self, key, seconds=30):
        """The seconds from a key to the last that it changes on the screen."""
        self.settle()
        begun = time.perf_counter()
        os.write(self.descriptor, key)
        if not self.read(seconds):
            sys.exit(f"prompt.py: nothing came after {key!r}")
        ended = time.perf_counter()
        while self.read(0.05):
            ended = time.perf_counter()
        return ended - begun

    def close(self):
        os.close(self.descriptor)
        os.waitpid(self.process, 0)


def row(name, times, bar):
    times = sorted(times)
    middle = statistics.median(times) * 1000
    print(
        f"{name:<46} {len(times):>4}  {times[0] * 1000:>7.1f}  {middle:>7.1f}  "
        f"{times[-1] * 1000:>7.1f}  {bar:>6}")


def typing(terminal, runs):
    """The times of keys, of Tab with a name expected, and of Tab at the beginning."""
    keys, names, commands = [], [], []
    line = b"quotes --by spokesperson | where words > 10"
    for _ in range(max(1, runs // 10)):
        for index in range(len(line)):
            keys.append(terminal.press(line[index:index + 1]))
        terminal.press(b"\x15")
    for _ in range(runs):
        terminal.send(b"quotes --by ")
        names.append(terminal.press(b"\t"))
        terminal.settle()
        terminal.press(b"\x15")
        terminal.send(b"e")
        commands.append(terminal.press(b"\t"))
        terminal.settle()
        terminal.press(b"\x15")
    return keys, names, commands


def main():
    parser = argparse.ArgumentParser(description="Measures the prompt of brief.")
    parser.add_argument("program")
    parser.add_argument("briefing")
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--briefings", type=int, default=1000)
    options = parser.parse_args()

    place = tempfile.mkdtemp(prefix="brief-prompt-")
    try:
        history = os.path.join(place, "history")
        with open(history, "w") as file:
            for number in range(10_000):
                file.write(f"entities --type person | take {number}\n")
        environment = {
            "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": place,
            "BRIEF_HISTORY": history,
        }
        texts = os.path.join(place, "texts")
        os.mkdir(texts)
        for number in range(options.briefings):
            shutil.copy(options.briefing, os.path.join(texts, f"briefing-{number:04}.txt"))

        print(f"{'prompt':<46} runs   min ms   median   max ms  bar ms")
        starts = []
        for number in range(options.runs + 1):
            terminal = Terminal([options.program], environment)
            moment = terminal.wait(b"brief> ")
            # The first run pays for reading the program from the disk.
            if number > 0:
                starts.append(moment - terminal.begun)
            terminal.close()
        row("start to first prompt, 10,000 lines of history", starts, "20")

        for count, path in [(1, options.briefing), (options.briefings, texts)]:
            terminal = Terminal([options.program, path], environment)
            terminal.wait(b"brief> ", seconds=600)
            terminal.settle(0.3)
            keys, names, commands = typing(terminal, options.runs)
            row(f"key to screen, {count} loaded", keys, "16")
            row(f"Tab after e, {count} loaded", commands, "30")
            row(f"first Tab after --by, {count} loaded", names[:1], "30")
            row(f"Tab after --by, {count} loaded", names[1:] or names, "30")
            terminal.close()

        pastes = []
        text = b"\n".join(b"quotes --by speaker-%d" % number for number in range(10_000))
        for _ in range(3):
            terminal = Terminal([options.program], environment)
            terminal.wait(b"brief> ")
            terminal.settle()
            begun = time.perf_counter()
            terminal.send(b"\x1b[200~" + text + b"\x1b[201~")
            pastes.append(terminal.wait(b"speaker-9999") - begun)
            keys = [terminal.press(b"x") for _ in range(10)]
            terminal.close()
        row("paste of 10,000 lines", pastes, "—")
        row("key to screen after it", keys, "16")
    finally:
        shutil.rmtree(place)


main()
