"""Scores expressions of time against the NewsReader MEANTIME corpus (Wikinews, English).

Usage: dates.py PREDICTIONS --gold FOLDER... [--errors N] [--json FILE]
       dates.py --self-test

The corpus annotates the first six sentences of an article (its title and its date among them), so
only what is found there counts. An expression is found when it shares a character with one of the
gold standard; each is matched to one at most, the longest overlap first. Its value is right when it
is the same string, after what is no more than another spelling has been made the same: P24M and P2Y,
PM6 for P6M, 2011-06-XX for 2011-06.
"""

import argparse
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

# The sentences of an article that are annotated.
ANNOTATED = 6
NO_SPACE_BEFORE = {".", ",", ";", ":", "?", "!", ")", "'s", "'", "n't", "%", "''"}
NO_SPACE_AFTER = {"(", "``", "$", "US$"}


class Article:
    """One article: its text as a reader sees it, its date, and the expressions of its gold."""

    def __init__(self, path):
        self.name = path.stem
        root = ElementTree.parse(path).getroot()
        places = {}
        parts = []
        length = 0
        last = None
        for token in root.iter("token"):
            sentence = int(token.get("sentence"))
            word = token.text or ""
            if last is None:
                space = ""
            elif sentence != last[0]:
                # The title and the date stand by themselves, sentences go on.
                space = "\n\n" if sentence <= 2 else " "
            elif word in NO_SPACE_BEFORE or last[1] in NO_SPACE_AFTER:
                space = ""
            else:
                space = " "
            if word in ("``", "''"):
                word = '"'
            parts += [space, word]
            length += len(space)
            places[token.get("t_id")] = (length, length + len(word), sentence)
            length += len(word)
            last = (sentence, token.text or "")
        self.text = "".join(parts)
        self.limit = max(
            (end for _, end, sentence in places.values() if sentence < ANNOTATED), default=0)
        self.date = None
        self.gold = []
        for expression in root.iter("TIMEX3"):
            anchors = [places[anchor.get("t_id")] for anchor in expression.findall("token_anchor")]
            if expression.get("functionInDocument") == "CREATION_TIME":
                self.date = iso(expression.get("value"))
            if anchors:
                self.gold.append((
                    min(start for start, _, _ in anchors), max(end for _, end, _ in anchors),
                    expression.get("type"), expression.get("value")))


def iso(value):
    """The date of an article; one is written day first."""
    found = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", value)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else value


def normal(value):
    """A value without differences that are no more than another spelling."""
    value = iso(value or "").upper()
    value = re.sub(r"^P([A-Z])(\d+)$", r"P\2\1", value)
    value = re.sub(r"^(\d{4}-\d\d)-XX$", r"\1", value)
    found = re.fullmatch(r"P(\d+)M", value)
    if found and int(found[1]) % 12 == 0:
        return f"P{int(found[1]) // 12}Y"
    return value


def match(gold, found):
    """Pairs of positions in gold and found that overlap, the longest overlap first."""
    pairs = sorted(
        (-(min(one[1], other[1]) - max(one[0], other[0])), place, index)
        for place, one in enumerate(gold) for index, other in enumerate(found)
        if max(one[0], other[0]) < min(one[1], other[1]))
    taken, given, chosen = set(), set(), []
    for _, place, index in pairs:
        if place not in taken and index not in given:
            taken.add(place)
            given.add(index)
            chosen.append((place, index))
    return chosen


def figures(right, found, gold):
    """Precision, recall and F1 in percent."""
    precision = 100 * right / found if found else 0.0
    recall = 100 * right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1


def score(articles, predictions, report):
    """Figures for expressions found, and found with the right value and type."""
    counts = dict.fromkeys(["gold", "found", "overlap", "value", "type"], 0)
    for article in articles:
        found = [
            expression for expression in predictions[article.name]
            if expression[0] < article.limit]
        chosen = match(article.gold, found)
        counts["gold"] += len(article.gold)
        counts["found"] += len(found)
        counts["overlap"] += len(chosen)
        for place, index in chosen:
            gold, own = article.gold[place], found[index]
            counts["value"] += normal(gold[3]) == normal(own[3])
            counts["type"] += gold[2] == own[2]
            if normal(gold[3]) != normal(own[3]):
                report("value", article, own, gold)
        for place in set(range(len(article.gold))) - {pair[0] for pair in chosen}:
            report("missing", article, None, article.gold[place])
        for index in set(range(len(found))) - {pair[1] for pair in chosen}:
            report("extra", article, found[index], None)
    return {
        name: figures(counts[key], counts["found"], counts["gold"])
        for name, key in [
            ("expressions found", "overlap"), ("with the right value", "value"),
            ("with the right type", "type")]}


def reporter(limit):
    """Prints the first errors to standard error."""
    printed = [0]

    def report(kind, article, own, gold):
        if printed[0] >= limit:
            return
        printed[0] += 1
        start, end = (own or gold)[:2]
        words = article.text[max(0, start - 40):start] + "[" + article.text[start:end] + "]"
        words += article.text[end:end + 25]
        print(
            f"dates, {kind}: gold {gold[2:] if gold else '-'}, own {own[2:] if own else '-'}, "
            f"{article.date}: {' '.join(words.split())}", file=sys.stderr)
    return report


def self_test():
    gold = [(0, 6, "DATE", "2025-11-14"), (10, 20, "DURATION", "PM6")]
    found = [(1, 6, "DATE", "2025-11-14"), (8, 12, "DURATION", "P6M"), (30, 33, "DATE", "2025")]
    assert match(gold, found) == [(0, 0), (1, 1)], match(gold, found)
    assert normal("03-02-2009") == "2009-02-03" and normal("P24M") == "P2Y"
    assert normal("2011-06-XX") == "2011-06" and normal("XXXX-XX-XX") == "XXXX-XX-XX"
    precision, recall, f1 = figures(2, 3, 2)
    assert round(precision, 1) == 66.7 and recall == 100 and round(f1, 1) == 80


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--self-test", action="store_true")
    if parser.parse_args().self_test:
        self_test()
        print("ok")
