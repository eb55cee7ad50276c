"""Scores coreference chains: MUC, B-cubed, CEAF with the similarity phi4, and their average.

Usage: coreference.py PREDICTIONS GOLD... [--splits FILE] [--genres] [--per-document]
       coreference.py --self-test

PREDICTIONS holds a JSON object a line: {"name": ..., "clusters": [[[start, end], ...], ...]}.
GOLD are files of OntoGUM, JSON objects with the same two members, or directories of them. With
--splits only documents of the genres that occur in that file's `train_open_genres` count.

The figures are those of the CoNLL scorer (Pradhan et al., "Scoring coreference partitions of
predicted mentions", ACL 2014): numerators and denominators are summed over all documents, mentions
are the same when their spans are, and mentions on one side only stay as they are. Chains of one
mention count like any others, so a prediction should have none where the gold standard has none.
"""

import argparse
import json
import pathlib
import sys


class Sums:
    """The numerator and denominator of recall and precision, over documents."""

    def __init__(self):
        self.recall = [0.0, 0.0]
        self.precision = [0.0, 0.0]

    def add(self, recall, precision):
        for total, part in ((self.recall, recall), (self.precision, precision)):
            total[0] += part[0]
            total[1] += part[1]

    def figures(self):
        """Precision, recall and F1 in percent."""
        recall = self.recall[0] / self.recall[1] if self.recall[1] else 0.0
        precision = self.precision[0] / self.precision[1] if self.precision[1] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return 100 * precision, 100 * recall, 100 * f1


def chain_of(chains):
    return {mention: index for index, chain in enumerate(chains) for mention in chain}


def mentions(gold, found):
    known = {mention for chain in gold for mention in chain}
    given = {mention for chain in found for mention in chain}
    both = len(known & given)
    return (both, len(known)), (both, len(given))


def links(chains, others):
    """The links of the chains that the others have too, and all of them (Vilain et al. 1995)."""
    where = chain_of(others)
    kept = total = 0
    for chain in chains:
        parts = len({where.get(mention, ("alone", mention)) for mention in chain})
        kept += len(chain) - parts
        total += len(chain) - 1
    return kept, total


def muc(gold, found):
    return links(gold, found), links(found, gold)


def shares(chains, others):
    """For each mention the share of its chain that the other side keeps with it."""
    where = chain_of(others)
    kept = total = 0
    for chain in chains:
        counts = {}
        for mention in chain:
            if mention in where:
                counts[where[mention]] = counts.get(where[mention], 0) + 1
        kept += sum(count * count for count in counts.values()) / len(chain)
        total += len(chain)
    return kept, total


def b_cubed(gold, found):
    return shares(gold, found), shares(found, gold)


def best_assignment(gains):
    """The largest sum of one entry a row and a column, by the Hungarian algorithm."""
    if not gains or not gains[0]:
        return 0.0
    if len(gains) > len(gains[0]):
        gains = [list(column) for column in zip(*gains)]
    rows, columns = len(gains), len(gains[0])
    # Potentials of rows and columns; the row a column is matched with. Place 0 is a dummy.
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    match = [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0] = row
        column = 0
        least = [float("inf")] * (columns + 1)
        seen = [False] * (columns + 1)
        way = [0] * (columns + 1)
        while match[column]:
            seen[column] = True
            current, step, following = match[column], float("inf"), 0
            for other in range(1, columns + 1):
                if seen[other]:
                    continue
                slack = -gains[current - 1][other - 1] - of_row[current] - of_column[other]
                if slack < least[other]:
                    least[other], way[other] = slack, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(columns + 1):
                if seen[other]:
                    of_row[match[other]] += step
                    of_column[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(gains[match[c] - 1][c - 1] for c in range(1, columns + 1) if match[c])


def ceaf(gold, found):
    where = chain_of(found)
    gains = [[0.0] * len(found) for _ in gold]
    for row, chain in enumerate(gold):
        for mention in chain:
            if mention in where:
                gains[row][where[mention]] += 1
        for column, other in enumerate(found):
            gains[row][column] *= 2 / (len(chain) + len(other))
    # Chains that share nothing with the other side cannot gain; without them it is faster.
    columns = [c for c in range(len(found)) if any(row[c] for row in gains)]
    best = best_assignment([[row[c] for c in columns] for row in gains if any(row)])
    return (best, len(gold)), (best, len(found))


MEASURES = {"mentions": mentions, "MUC": muc, "B3": b_cubed, "CEAF4": ceaf}
AVERAGED = ("MUC", "B3", "CEAF4")


def score(pairs):
    """Precision, recall and F1 of each measure over pairs of gold and found chains; `CoNLL` has
    the average of the three F1."""
    sums = {name: Sums() for name in MEASURES}
    for gold, found in pairs:
        for name, measure in MEASURES.items():
            sums[name].add(*measure(gold, found))
    result = {name: total.figures() for name, total in sums.items()}
    average = sum(result[name][2] for name in AVERAGED) / len(AVERAGED)
    result["CoNLL"] = (None, None, average)
    return result


def chains(document):
    """The chains of a document as lists of spans; a span in two chains counts in the first."""
    seen = set()
    result = []
    for cluster in document["clusters"]:
        chain = []
        for start, end in cluster:
            if (start, end) not in seen:
                seen.add((start, end))
                chain.append((start, end))
        if chain:
            result.append(chain)
    return result


def genre(name):
    return name.split("_")[1]


def gold_documents(paths, splits):
    genres = None
    if splits:
        with open(splits, encoding="utf8") as file:
            genres = {genre(name) for name in json.load(file)["train_open_genres"]}
    documents = {}
    for path in paths:
        for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
            document = json.loads(file.read_text(encoding="utf8"))
            if genres is None or genre(document["name"]) in genres:
                documents[document["name"]] = chains(document)
    return documents


def print_row(label, result):
    cells = []
    for precision, recall, f1 in result.values():
        cells.append(f"{f1:.1f}" if precision is None else f"{precision:.1f} {recall:.1f} {f1:.1f}")
    print(label.ljust(34) + "".join(cell.rjust(17) for cell in cells))


def close(figures, precision, recall, f1):
    for figure, expected in zip(figures, (precision, recall, f1)):
        if expected is not None:
            assert abs(figure - expected) < 0.06, (figures, expected)


def self_test():
    # Luo, "On coreference resolution performance metrics", HLT/EMNLP 2005, table 1.
    gold = [list("12345"), list("67"), list("89ABC")]
    luo = {
        "a": ([list("12345"), list("6789ABC")], 94.7, 86.5, 73.3),
        "b": ([list("1234589ABC"), list("67")], 94.7, 73.7, 66.7),
        "c": ([list("123456789ABC")], 90.0, 54.5, 29.4),
        "d": ([[mention] for mention in "123456789ABC"], 0.0, 40.0, 17.8),
    }
    for found, links_f1, shares_f1, entities_f1 in luo.values():
        result = score([(gold, found)])
        close(result["MUC"], None, None, links_f1)
        close(result["B3"], None, None, shares_f1)
        close(result["CEAF4"], None, None, entities_f1)
    # The worked example of Pradhan et al. 2014, figure 2: mentions differ on the two sides.
    result = score([([list("abc"), list("defg")], [list("ab"), list("cd"), list("fghi")])])
    close(result["MUC"], 40.0, 40.0, 40.0)
    close(result["B3"], 50.0, 100 * (4 / 3 + 1 / 3 + 1 / 4 + 1) / 7, None)
    close(result["CEAF4"], 100 * 1.3 / 3, 65.0, 52.0)
    close(result["mentions"], 75.0, 100 * 6 / 7, None)
    # Right answers, no answers, and sums over documents.
    for name in AVERAGED:
        close(score([(gold, gold)])[name], 100.0, 100.0, 100.0)
        close(score([(gold, [])])[name], 0.0, 0.0, 0.0)
        close(score([(gold, gold), (gold, [])])[name], 100.0, 50.0, None)
    # The assignment against trying every order.
    import itertools
    import random
    generator = random.Random(1)
    for _ in range(200):
        rows, columns = generator.randint(1, 5), generator.randint(1, 5)
        gains = [[generator.choice((0, generator.random())) for _ in range(columns)]
                 for _ in range(rows)]
        wide = gains if rows <= columns else [list(column) for column in zip(*gains)]
        best = max(
            sum(row[column] for row, column in zip(wide, order))
            for order in itertools.permutations(range(len(wide[0])), len(wide)))
        assert abs(best_assignment(gains) - best) < 1e-9
    print("ok")


def main():
    parser = argparse.ArgumentParser(description="Scores coreference chains.")
    parser.add_argument("predictions", type=pathlib.Path, nargs="?")
    parser.add_argument("gold", type=pathlib.Path, nargs="*")
    parser.add_argument("--splits", type=pathlib.Path, help="GUM's splits.json: open genres only")
    parser.add_argument("--genres", action="store_true", help="a row for each genre too")
    parser.add_argument("--per-document", action="store_true", help="a row for each document too")
    parser.add_argument("--json", type=pathlib.Path, help="write the figures to this file")
    parser.add_argument("--self-test", action="store_true")
    settings = parser.parse_args()
    if settings.self_test:
        return self_test()
    if settings.predictions is None or not settings.gold:
        parser.error("predictions and gold are needed")
    gold = gold_documents(settings.gold, settings.splits)
    found = {}
    with open(settings.predictions, encoding="utf8") as file:
        for line in file:
            if line.strip():
                document = json.loads(line)
                found[document["name"]] = chains(document)
    missing = sorted(set(gold) - set(found))
    if missing:
        sys.exit(f"coreference.py: no prediction for {', '.join(missing)}")
    print(" " * 34 + "".join(name.rjust(17) for name in [*MEASURES, "CoNLL"]))
    if settings.per_document:
        for name in sorted(gold):
            print_row(name, score([(gold[name], found[name])]))
    if settings.genres:
        for each in sorted({genre(name) for name in gold}):
            print_row(each, score(
                [(gold[name], found[name]) for name in gold if genre(name) == each]))
    result = score([(gold[name], found[name]) for name in sorted(gold)])
    print_row(f"{len(gold)} documents", result)
    if settings.json:
        settings.json.write_text(json.dumps(result), encoding="utf8")
    return None


if __name__ == "__main__":
    main()
