"""Runs brief over corpora and prints the scorers' figures in one table. See Scripts/evaluate.

Each measurement is a function of the settings that yields rows; MEASUREMENTS names them all.
"""

import argparse
import csv
import importlib.util
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


def run(program, arguments):
    """What brief prints."""
    process = subprocess.run([program, *map(str, arguments)], stdout=subprocess.PIPE, check=False)
    if process.returncode != 0:
        sys.exit(f"evaluate: {program} {arguments[0]} ended with {process.returncode}")
    return process.stdout


def annotate(program, texts):
    """What brief makes of the files, as one dictionary each, in their order."""
    output = run(program, ["annotate", "--", *texts])
    documents = [json.loads(line) for line in output.decode("utf8").splitlines()]
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


def scorer(settings, name):
    return settings.data.parent / "scorers" / name


def row(corpus, measure, precision, recall, f1, interval="", baseline="", people=""):
    return [corpus, measure, precision, recall, f1, interval, baseline, people]


def raw_text(conllu):
    """The text of a treebank, with its paragraphs, as it was before it was annotated."""
    text = ""
    last = 0
    for line in conllu.read_text(encoding="utf8").splitlines():
        if line.startswith(("# newdoc", "# newpar")):
            text = text.rstrip() + "\n\n" if text else ""
        elif not line:
            last = 0
        elif not line.startswith("#"):
            fields = line.split("\t")
            space = "" if "SpaceAfter=No" in fields[9] else " "
            if "-" in fields[0]:
                last = int(fields[0].split("-")[1])
                text += fields[1] + space
            elif "." not in fields[0] and int(fields[0]) > last:
                text += fields[1] + space
    return text


def syntax(settings):
    """Tags, lemmas and trees on the treebanks' own tokens, and tokens and sentences of raw text."""
    for name in ["ewt", "gum"]:
        gold = settings.data / "ud" / name / "dev.conllu"
        corpus = f"UD {name.upper()} dev"
        with tempfile.TemporaryDirectory() as scratch:
            system = pathlib.Path(scratch) / "system.conllu"
            system.write_bytes(run(
                settings.program,
                ["annotate", "--pretokenised", "--format", "conllu", "--", gold]))
            result, _ = run_scorer(scorer(settings, "score_ud.py"), gold, system)
            for measure in ["UPOS", "XPOS", "Lemmas", "UAS", "LAS"]:
                yield row(corpus, f"{measure}, gold tokens", "", "", f1_of(result, measure))
            text = pathlib.Path(scratch) / "raw.txt"
            text.write_text(raw_text(gold), encoding="utf8")
            system.write_bytes(
                run(settings.program, ["annotate", "--format", "conllu", "--", text]))
            result, _ = run_scorer(scorer(settings, "score_ud.py"), gold, system)
            for measure in ["Words", "Sentences", "UPOS", "UAS", "LAS"]:
                yield row(corpus, f"{measure}, raw text", "", "", f1_of(result, measure))


def f1_of(result, measure):
    """The F1 of one row of score_ud.py."""
    value = result[measure]
    return float(value["f1"] if isinstance(value, dict) else value[2])


def names(settings):
    """Names of persons, places and organisations."""
    politics = (
        "politician>PER,person>PER,country>LOC,location>LOC,politicalparty>ORG,"
        "organisation>ORG,*>-")
    corpora = [
        ("UNER EWT dev", "uner_ewt/dev.conll", []),
        ("CrossNER politics dev", "crossner_politics/dev.conll", ["--map-gold", politics]),
        ("GUM names dev", "gum_open/dev.conll", []),
    ]
    for corpus, path, mapping in corpora:
        gold = settings.data / "ner" / path
        with tempfile.TemporaryDirectory() as scratch:
            system = pathlib.Path(scratch) / "system.conll"
            system.write_bytes(run(
                settings.program,
                ["annotate", "--pretokenised", "--format", "conll", "--", gold]))
            _, printed = run_scorer(
                scorer(settings, "score_ner.py"), gold, system, "--types", "PER,LOC,ORG", *mapping)
        for line in printed.splitlines():
            fields = line.split()
            if fields and fields[0] in ("PER", "LOC", "ORG", "ALL"):
                yield row(corpus, f"names {fields[0]}", *map(float, fields[1:4]))


def first_document(settings):
    """Names on the document that the project starts from, by their places in the text."""
    folder = settings.data / "foreign-office"
    gold_types = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}
    own_types = {"person": "PER", "place": "LOC", "facility": "LOC", "organisation": "ORG"}
    gold = {
        (mention["start"], mention["end"], gold_types[mention["ontonotes"]])
        for entity in json.loads((folder / "gold.json").read_text(encoding="utf8"))["entities"]
        for mention in entity["mentions"] if mention.get("ontonotes") in gold_types}
    [document] = annotate(settings.program, [folder / "briefing.txt"])
    found = {
        (mention["start"], mention["end"], own_types[entity["type"]])
        for entity in document["entities"] for mention in entity["mentions"]
        if mention["kind"] == "name" and entity["type"] in own_types}
    right = len(gold & found)
    precision, recall = 100 * right / max(1, len(found)), 100 * right / max(1, len(gold))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    yield row("Foreign Office briefing", "names ALL", precision, recall, f1)
    if settings.errors:
        for missing in sorted(gold - found):
            print("names, missing:", missing, file=sys.stderr)
        for extra in sorted(found - gold):
            print("names, extra:", extra, file=sys.stderr)


def chains(settings):
    """Coreference on the documents of OntoGUM's open genres, on their own tokens."""
    gold = settings.data / "coref" / "ontogum" / "dev"
    treebank = settings.data / "ud" / "gum" / "dev.conllu"
    script = pathlib.Path(__file__).with_name("coreference.py")
    with tempfile.TemporaryDirectory() as scratch:
        found = pathlib.Path(scratch) / "chains.jsonl"
        found.write_bytes(run(settings.trainer, [
            "coref", "--model", settings.model, "--treebank", treebank, *sorted(gold.glob("*.json"))]))
        result, _ = run_scorer(
            script, found, gold, "--splits", settings.data / "ud" / "gum" / "splits.json")
    for measure, figures in result.items():
        yield row(
            "OntoGUM dev, open genres", measure,
            *("" if figure is None else float(figure) for figure in figures[:3]))


def pronouns(settings):
    """Whom "he" and "she" mean: on GAP's passages, which of two names given there, if either."""
    for part in ["development", "validation"]:
        path = settings.data / "coref" / "gap" / f"gap-{part}.tsv"
        with path.open(encoding="utf8", newline="") as file:
            passages = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        with tempfile.TemporaryDirectory() as scratch:
            texts = []
            for number, passage in enumerate(passages):
                texts.append(pathlib.Path(scratch) / f"{number:05}.txt")
                texts[-1].write_text(passage["Text"] + "\n", encoding="utf8")
            documents = annotate(settings.program, texts)
        right = given = known = 0
        for passage, document in zip(passages, documents):
            place = int(passage["Pronoun-offset"])
            meant = [
                mention for entity in document["entities"] if any(
                    mention["kind"] == "pronoun" and mention["start"] <= place < mention["end"]
                    for mention in entity["mentions"])
                for mention in entity["mentions"] if mention["kind"] == "name"]
            for name in "AB":
                start = int(passage[f"{name}-offset"])
                end = start + len(passage[name])
                is_given = any(m["start"] < end and start < m["end"] for m in meant)
                is_right = passage[f"{name}-coref"] == "TRUE"
                given += is_given
                known += is_right
                right += is_given and is_right
        precision, recall = 100 * right / max(1, given), 100 * right / max(1, known)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield row(f"GAP {part}", "pronouns, entities", precision, recall, f1)


def quotations(settings):
    """Quotations and their speakers, on what is there for choosing of two corpora.

    Words in marks that the program holds for a term or a title are no attribution. What people agree
    on is known of PolNeAR alone.
    """
    for corpus, folder in [("PolNeAR dev", "polnear"), ("GUM dev", "gum_attrib")]:
        is_first = folder == "polnear"
        gold = settings.data / "quotes" / folder / "dev"
        texts = sorted(gold.glob("*.txt"))
        documents = annotate(settings.program, texts)
        with tempfile.TemporaryDirectory() as predictions:
            for text, document in zip(texts, documents):
                answer = {"quotes": [
                    {key: quote.get(key) for key in ("start", "end", "kind", "speaker", "cue")}
                    | {"parts": quote["statement"]} for quote in document["quotes"]
                    if quote["rule"] != "term"]}
                path = pathlib.Path(predictions) / f"{text.stem}.json"
                path.write_text(json.dumps(answer), encoding="utf8")
            reliability = reliabilities(settings, gold, texts, documents)
            result, printed = run_scorer(
                scorer(settings, "score_quotes.py"), gold, predictions, "--missing", "fail",
                "--bootstrap", settings.bootstrap, "--errors", settings.errors)
        for name, (precision, recall, f1) in result["prf"].items():
            interval = result["ci"].get(name)
            yield row(
                corpus, name, precision, recall, f1,
                f"{interval[0]:.1f}–{interval[1]:.1f}" if interval else "",
                REGULAR_EXPRESSION.get(name, "") if is_first else "",
                PEOPLE.get(name, "") if is_first else "")
        for name, (share, count) in result["acc"].items():
            yield row(corpus, f"{name}, n={count}", "", "", share)
        for confidence, (right, given) in sorted(reliability.items(), reverse=True):
            yield row(
                corpus, f"right of those said with {confidence / 10:.1f}, n={given}", "", "",
                100 * right / given)
        if settings.errors:
            for line in printed.splitlines()[-settings.errors:]:
                print(line, file=sys.stderr)


def reliabilities(settings, gold, texts, documents):
    """How many of the answers given with each confidence, in steps of a tenth, are right.

    An answer is a quotation or report with a speaker. It is right when the annotators attribute more
    than half of the words in marks, or without marks a content that shares every second word with
    it, to that speaker.
    """
    sys.path.insert(0, str(settings.data.parent / "scorers"))
    import score_quotes

    counts = {}
    for text, document in zip(texts, documents):
        words = score_quotes.Doc(text.open(encoding="utf8", newline="").read())
        marked = json.loads((gold / f"{text.stem}.json").read_text(encoding="utf8"))
        contents, _, ignored = score_quotes.load_gold(marked, words)
        for quote in document["quotes"]:
            if quote["rule"] == "term" or not quote["speaker"]:
                continue
            source = words.ids(score_quotes.sp(quote["speaker"]))
            outside = source | words.ids(score_quotes.sp(quote["cue"]))
            said = words.ids(map(tuple, quote["statement"])) - outside
            if not said or 2 * len(said & ignored) >= len(said):
                continue
            if quote["kind"] == "indirect":
                pieces = words.fragments(said)
                is_right = any(
                    score_quotes.jac(content["ids"], piece) >= 0.5
                    and score_quotes.src_ok(words, content["src"], source)
                    for content in contents for piece in pieces)
            else:
                part = words.ids(map(tuple, quote["parts"])) - outside
                best = max(contents, key=lambda content: len(content["ids"] & part), default=None)
                is_right = (
                    best is not None and 2 * len(best["ids"] & part) > len(part)
                    and score_quotes.src_ok(words, best["src"], source))
            count = counts.setdefault(min(9, int(quote["confidence"] * 10 + 1e-9)), [0, 0])
            count[0] += is_right
            count[1] += 1
    return counts


def turns(settings):
    """Speakers' turns of transcripts: a turn is found when its label is, with the same words."""
    folder = settings.data / "briefings"
    answers = sorted((folder / "turns").glob("*/*.json"))
    texts = [folder / "raw" / path.parent.name / f"{path.stem}.txt" for path in answers]
    given = named = begun = wanted = 0
    for path, text, document in zip(answers, texts, annotate(settings.program, texts)):
        marked = json.loads(path.read_text(encoding="utf8"))["turns"]
        found = {}
        for quote in document["quotes"]:
            if quote["rule"] == "turn":
                label = (quote["speaker"]["start"], quote["speaker"]["end"])
                found.setdefault(label, quote["start"])
        given += len(found)
        wanted += len(marked)
        for turn in marked:
            start = found.get(tuple(turn["label"]))
            named += start is not None
            # What stands in brackets before the first word may be left out.
            begun += start is not None and turn["start"] <= start < turn["end"]
    for measure, right in [("turns found and named", named), ("turns begin in place", begun)]:
        precision, recall = 100 * right / max(1, given), 100 * right / max(1, wanted)
        yield row(
            "White House transcripts", f"{measure}, n={wanted}", precision, recall,
            2 * precision * recall / max(1e-9, precision + recall))




def dates(settings):
    """Expressions of time and their values on MEANTIME, each article read with its date.

    The rules were written with three of its four topics in view; nobody looked at the fourth.
    """
    import dates as scoring

    report = scoring.reporter(settings.errors)
    folder = settings.data / "timeline" / "meantime_en" / "intra_cross-doc_annotation"
    for topic in ["airbus", "apple", "gm", "stock"]:
        corpus = f"MEANTIME {topic}" + (", held back" if topic == "stock" else "")
        articles = [
            scoring.Article(path) for path in sorted((folder / f"corpus_{topic}").glob("*.xml"))]
        predictions = {}
        with tempfile.TemporaryDirectory() as scratch:
            for article in articles:
                path = pathlib.Path(scratch) / "article.txt"
                path.write_text(article.text, encoding="utf8")
                given = ["--date", article.date] if article.date else []
                [document] = map(json.loads, run(
                    settings.program, ["annotate", *given, "--", path]).splitlines())
                predictions[article.name] = [
                    (one["start"], one["end"], one["type"], one["value"])
                    for one in document["dates"]]
        is_held_back = topic == "stock"
        for measure, figures in scoring.score(
                articles, predictions, (lambda *_: None) if is_held_back else report).items():
            yield row(corpus, measure, *figures)


def topics(settings):
    """Keyphrases, the subjects of news stories, and the terms of the first document's sections.

    Stories with even numbers were looked at, those with odd numbers only counted. A term of a section
    is found when one of the program's shares at least half of its stems, or names the same entity.
    """
    scores = load_module(scorer(settings, "score_keyphrases.py"))
    stories = json_lines(settings.data / "keyphrases" / "500n-kpcrowd.jsonl")
    found = annotate_texts(settings.program, [story["text"] for story in stories])
    answers = [
        {"id": story["id"], "keywords": document["keywords"]}
        for story, document in zip(stories, found)]
    for name, part in HALVES.items():
        result = scores.score(stories[part], answers[part], 10, 50)
        yield row(f"500N-KPCrowd, {name}, n={result['docs']}", "P@10", result["P@10"], "", "")
        yield row(
            f"500N-KPCrowd, {name}, n={result['docs']}", "of two words or more", "", "",
            result["two words or more"])

    stories = json_lines(settings.data / "topics" / "bbc.jsonl")
    found = annotate_texts(
        settings.program, [f"{story['title']}\n\n{story['text']}" for story in stories])
    right = [
        bool(document["subjects"]) and document["subjects"][0]["code"] == BBC[story["topic"]]
        for story, document in zip(stories, found)]
    for name, part in HALVES.items():
        yield row(
            f"BBC, {name}, n={len(right[part])}", "first subject", "", "",
            100 * sum(right[part]) / len(right[part]))
    if settings.errors:
        wrong = [number for number in range(0, len(right), 2) if not right[number]]
        for number in wrong[:settings.errors]:
            print(
                "subjects, wrong:", stories[number]["topic"], stories[number]["title"],
                found[number]["subjects"], file=sys.stderr)

    folder = settings.data / "foreign-office"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
    [document] = annotate(settings.program, [folder / "briefing.txt"])
    shares = []
    for expected, section in zip(gold["topics"], gold["sections"]):
        terms = section_terms(document, section["start"])
        hits = [term for term in expected["terms"] if agrees(term, terms, scores.norm)]
        shares.append(len(hits) / len(expected["terms"]))
        if settings.errors:
            missing = [term for term in expected["terms"] if term not in hits]
            print("terms, missing:", expected["section"], missing, file=sys.stderr)
    yield row(
        "Foreign Office briefing", f"terms of {len(shares)} sections", "", "",
        100 * sum(shares) / len(shares))
    yield row("Foreign Office briefing", "section that agrees least", "", "", 100 * min(shares))


HALVES = {"even": slice(0, None, 2), "odd": slice(1, None, 2), "all": slice(None)}
# What the five topics of the BBC's stories are in IPTC Media Topics.
BBC = {
    "business": "medtop:04000000",
    "entertainment": "medtop:01000000",
    "politics": "medtop:11000000",
    "sport": "medtop:15000000",
    "tech": "medtop:13000000",
}


def section_terms(document, start):
    """The terms of the section that holds the code point after `start`, with the names of entities."""
    number = next(
        number for number, section in enumerate(document["sections"])
        if section["start"] <= start + 1 < section["end"])
    terms = [
        term["text"] for topic in document["topics"] if topic["section"] == number
        for term in topic["terms"]]
    for entity in document["entities"]:
        names = [entity["name"], *entity["aliases"]]
        if any(name in terms for name in names):
            terms += names
    return terms


def agrees(expected, terms, norm):
    """Whether a term shares at least half of the stems of what is expected."""
    stems = set(norm(expected).split())
    return any(2 * len(stems & set(norm(term).split())) >= len(stems) for term in terms)


def json_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line]


def annotate_texts(program, texts):
    """What brief makes of texts that stand in no file of their own."""
    with tempfile.TemporaryDirectory() as scratch:
        for number, text in enumerate(texts):
            (pathlib.Path(scratch) / f"{number:05}.txt").write_text(text, encoding="utf8")
        output = run(program, ["annotate", "--", scratch])
    return [json.loads(line) for line in output.decode("utf8").splitlines()]


def load_module(path):
    specification = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


MEASUREMENTS = [
    syntax, names, first_document, chains, pronouns, quotations, turns, dates, topics,
]
HEADER = ["corpus", "measure", "P", "R", "F1 or %", "95 %", "regular expr.", "people"]


def cell(value):
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def main():
    parser = argparse.ArgumentParser(prog="Scripts/evaluate")
    parser.add_argument("data", type=pathlib.Path, help="the directory of the corpora")
    parser.add_argument("--program", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--trainer", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--model", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--bootstrap", type=int, default=300, help="samples for the 95 %% interval")
    parser.add_argument("--errors", type=int, default=0, help="show this many wrong answers")
    parser.add_argument(
        "--only", choices=[measurement.__name__ for measurement in MEASUREMENTS],
        help="one measurement alone")
    settings = parser.parse_args()
    settings.data = settings.data.resolve()

    rows = [HEADER]
    for measurement in MEASUREMENTS:
        if settings.only in (None, measurement.__name__):
            rows += [[cell(value) for value in row] for row in measurement(settings)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    for row in rows:
        cells = [
            value.ljust(width) if column < 2 else value.rjust(width)
            for column, (value, width) in enumerate(zip(row, widths))]
        print("  ".join(cells).rstrip())


if __name__ == "__main__":
    main()
