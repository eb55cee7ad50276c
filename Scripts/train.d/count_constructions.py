"""Counts how often words in constructions introduce speech: writes constructions.tsv.

    brief-train constructions TEXT… | count_constructions.py GOLD_DIR > constructions.tsv

The texts are those of GOLD_DIR, in order of their names; beside each stands a file of JSON with its
attributions. The expectations of what stands around a construction come from the counts that the
program was built with, so run it twice when constructions change. The scorers stand beside the data.
"""

import collections
import json
import pathlib
import re
import sys

HEAD = """\
# How often a word in a construction introduces speech, thought or judgement.
# Counted from the 840 articles of the training part of PolNeAR (Newell, Margolin and Ruths, LREC
# 2018) by Scripts/train.d/count_constructions.py; counts only, no text of it. Words inside of what
# somebody else is reported to say are not counted, for there only the outermost report is marked.
#
# Columns, tab-separated:
#   key      dictionary form, with the preposition where the construction has one; * for all words;
#            source:person and the like for what stands around (ReportContext.swift)
#   counts   construction:attributions/occurrences pairs, for words from 3 occurrences on; for what
#            stands around construction:attributions/expected/occurrences, where expected is what
#            the words alone let expect; Construction.swift explains the constructions
"""
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")


class Words:
    """The word tokens of a text by their places."""

    def __init__(self, text):
        self.spans = [match.span() for match in WORD.finditer(text)]
        self.first = {}
        for index, (start, end) in enumerate(self.spans):
            for offset in range(start, end):
                self.first[offset] = index

    def within(self, ranges):
        found = set()
        for start, end in ranges:
            indices = {self.first[offset] for offset in range(start, end) if offset in self.first}
            for index in indices:
                low, high = self.spans[index]
                if min(high, end) - max(low, start) >= (high - low) / 2:
                    found.add(index)
        return found

    @staticmethod
    def pieces(words):
        pieces = []
        for index in sorted(words):
            if pieces and index - 1 in pieces[-1]:
                pieces[-1].add(index)
            else:
                pieces.append({index})
        return pieces


def alike(one, other):
    return bool(one & other) and 2 * len(one & other) >= len(one | other)


def is_same(gold, found):
    return alike(gold, found) or any(
        alike(one, other) for one in Words.pieces(gold) for other in Words.pieces(found))


def main():
    folder = pathlib.Path(sys.argv[1])
    tables = [collections.defaultdict(lambda: collections.defaultdict(float)) for _ in range(5)]
    right, seen, context_right, context_expected, context_seen = tables
    order = []
    for path, line in zip(sorted(folder.glob("*.txt")), sys.stdin):
        words = Words(path.read_bytes().decode("utf8"))
        gold = []
        for quote in json.loads(path.with_suffix(".json").read_text(encoding="utf8"))["quotes"]:
            cue = words.within(quote.get("cue") or [])
            source = words.within(quote.get("source") or [])
            gold.append((cue, words.within(quote["content"]) - cue - source))
        reported = set().union(*[content for _, content in gold])
        for draft in json.loads(line)["candidates"]:
            cue = words.within(draft["cue"])
            content = words.within(draft["content"]) - cue
            own = [known for known_cue, known in gold if known_cue & cue]
            if not own and cue and cue <= reported:
                continue
            is_right = any(is_same(known, content) for known in own)
            construction = draft["construction"]
            if construction not in order:
                order.append(construction)
            for key in ("*", draft["key"]):
                seen[key][construction] += 1
                right[key][construction] += is_right
            for context in draft["contexts"]:
                context_seen[context][construction] += 1
                context_right[context][construction] += is_right
                context_expected[context][construction] += draft["share"]
    order.sort()
    rows = [HEAD]
    for key in sorted(seen, key=lambda key: (key != "*", key)):
        if key != "*":
            total = sum(seen[key].values())
            # A word that was never a cue and is rare says nothing new.
            if not re.fullmatch(r"[a-z][a-z'’ -]*", key) or total < 3 or (
                    total < 8 and not any(right[key].values())):
                continue
        rows.append(key + "\t" + " ".join(
            f"{name}:{right[key][name]:.0f}/{seen[key][name]:.0f}"
            for name in order if seen[key][name]) + "\n")
    for key in sorted(context_seen):
        rows.append(key + "\t" + " ".join(
            f"{name}:{context_right[key][name]:.0f}/{context_expected[key][name]:.0f}/"
            f"{context_seen[key][name]:.0f}"
            for name in order if context_seen[key][name] >= 20) + "\n")
    sys.stdout.write("".join(rows))


if __name__ == "__main__":
    main()
