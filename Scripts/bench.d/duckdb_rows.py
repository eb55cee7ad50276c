"""Runs queries over the rows of a CSV file in DuckDB, on one core, and writes how long they took.

    python duckdb_rows.py ROWS.csv QUERIES.tsv RUNS TIMES.tsv

QUERIES.tsv has a name and a query on each line; TIMES.tsv gets the name and the median in
milliseconds. The first query reads the file; the others find its rows in the table `rows`.
"""

import statistics
import sys
import time

import duckdb


def main() -> None:
    rows, queries, runs, times = sys.argv[1:]
    database = duckdb.connect()
    database.execute("SET threads = 1")
    with open(queries, encoding="utf-8") as lines, open(times, "w", encoding="utf-8") as results:
        for line in lines:
            name, query = line.rstrip("\n").split("\t")
            query = query.replace("{rows}", rows)
            elapsed = []
            for _ in range(int(runs)):
                start = time.perf_counter()
                database.execute(query).fetchall()
                elapsed.append((time.perf_counter() - start) * 1000)
            results.write(f"{name}\t{statistics.median(elapsed):.3f}\n")


main()
