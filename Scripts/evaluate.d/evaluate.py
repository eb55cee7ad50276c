"""Runs brief over corpora and prints the scorers' figures in one table. See Scripts/evaluate.

Each measurement is a function of the settings that yields rows; MEASUREMENTS names them all.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

# How well people agree with one another on PolNeAR (F1): as high as a figure means anything.
PEOPLE = {
    "stretch>=4w.detect": 98.5,
    "stretch>=4w.joint(+source)": 96.0,
    "content.jaccard0.5": 80.2,
    "content.joint(+source)": 75.7,
    "cue.overlap": 82.0,
}
# A regular expression for quotation marks and the nearest "said" (F1).
REGULAR_EXPRESSION = {"stretch>=4w.joint(+source)": 77.0}


def annotate(program, texts):
    """What brief makes of the files, as one dictionary each, in their order."""
    process = subprocess.run(
        [program, "annotate", "--", *map(str, texts)], stdout=subprocess.PIPE, check=False)
    if process.returncode != 0:
        sys.exit(f"evaluate: brief annotate ended with {process.returncode}")
    documents = [json.loads(line) for line in process.stdout.decode("utf8").splitlines()]
    if len(documents) != len(texts):
        sys.exit(f"evaluate: {len(texts)} texts were given, {len(documents)} came back")
    return documents


def run_scorer(script, *arguments):
    """Runs a scorer and returns what it writes with --json, and what it prints."""
    with tempfile.NamedTemporaryFile(suffix=".json") as answer:
        process = subprocess.run(
            [sys.executable, str(script), *map(str, arguments), "--json", answer.name],
            stdout=subprocess.PIPE, check=False, text=True)
        if process.returncode != 0:
            sys.exit(f"evaluate: {script.name} ended with {process.returncode}")
        return json.load(open(answer.name, encoding="utf8")), process.stdout


def quotations(settings):
    """Quotations and their speakers, on the part of PolNeAR that is there for choosing."""
    gold = settings.data / "quotes" / "polnear" / "dev"
    texts = sorted(gold.glob("*.txt"))
    documents = annotate(settings.program, texts)
    with tempfile.TemporaryDirectory() as predictions:
        for text, document in zip(texts, documents):
            answer = {"quotes": [
                {key: quote.get(key) for key in ("start", "end", "parts", "kind", "speaker", "cue")}
                for quote in document["quotes"]]}
            path = pathlib.Path(predictions) / f"{text.stem}.json"
            path.write_text(json.dumps(answer), encoding="utf8")
        scorer = settings.data.parent / "scorers" / "score_quotes.py"
        result, printed = run_scorer(
            scorer, gold, predictions, "--missing", "fail", "--bootstrap", settings.bootstrap,
            "--errors", settings.errors)
    for name, (precision, recall, f1) in result["prf"].items():
        interval = result["ci"].get(name)
        yield [
            "PolNeAR dev", name, precision, recall, f1,
            f"{interval[0]:.1f}–{interval[1]:.1f}" if interval else "",
            REGULAR_EXPRESSION.get(name, ""), PEOPLE.get(name, "")]
    for name, (share, count) in result["acc"].items():
        yield ["PolNeAR dev", f"{name}, n={count}", "", "", share, "", "", ""]
    if settings.errors:
        for line in printed.splitlines()[-settings.errors:]:
            print(line, file=sys.stderr)


MEASUREMENTS = [quotations]
HEADER = ["corpus", "measure", "P", "R", "F1 or %", "95 %", "regular expr.", "people"]


def cell(value):
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def main():
    parser = argparse.ArgumentParser(prog="Scripts/evaluate")
    parser.add_argument("data", type=pathlib.Path, help="the directory of the corpora")
    parser.add_argument("--program", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--bootstrap", type=int, default=300, help="samples for the 95 %% interval")
    parser.add_argument("--errors", type=int, default=0, help="show this many wrong answers")
    settings = parser.parse_args()
    settings.data = settings.data.resolve()

    rows = [HEADER]
    for measurement in MEASUREMENTS:
        rows += [[cell(value) for value in row] for row in measurement(settings)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    for row in rows:
        cells = [
            value.ljust(width) if column < 2 else value.rjust(width)
            for column, (value, width) in enumerate(zip(row, widths))]
        print("  ".join(cells).rstrip())


if __name__ == "__main__":
    main()
