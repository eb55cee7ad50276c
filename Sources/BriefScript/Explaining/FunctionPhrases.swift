/// How functions and figures are said in words; a percent sign stands for a value each.
enum FunctionPhrases {
  /// Functions that are true or false, as clauses.
  static let conditions = [
    "contains": "% contains %",
    "ends": "% ends with %",
    "starts": "% starts with %",
  ]

  /// Other functions; of several phrases the one counts that has as many values as there are.
  static let values: [String: [String]] = [
    "abs": ["% without its sign"],
    "at": ["in %, the element at %"],
    "ceil": ["% rounded up"],
    "choose": ["by %, the value % or else %"],
    "count": ["the length of %"],
    "date": ["% read as a date"],
    "day": ["the day of the month of %"],
    "days": ["% days"],
    "distinct": ["% without repetitions"],
    "extract": ["the first stretch of % that matches %"],
    "first": ["the first of %"],
    "floor": ["% rounded down"],
    "int": ["% as an int"],
    "join": ["% as one text with % between its elements"],
    "last": ["the last of %"],
    "length": ["the number of characters of %"],
    "lower": ["% in lower case"],
    "matches": ["all stretches of % that match %"],
    "max": ["the greatest of %"],
    "mean": ["the mean of %"],
    "median": ["the median of %"],
    "min": ["the least of %"],
    "month": ["the month of %"],
    "months": ["% months"],
    "number": ["% as a number"],
    "quarter": ["the quarter of %"],
    "replace": ["% with % replaced by %"],
    "reverse": ["% from its end to its beginning"],
    "round": ["% rounded", "% rounded to % digits after the point"],
    "slice": ["% from place % on", "% from place % to place %"],
    "sort": ["% in order"],
    "split": ["the parts of % between %"],
    "sum": ["the sum of %"],
    "text": ["% as text"],
    "trim": ["% without space at its ends"],
    "upper": ["% in upper case"],
    "week": ["the week of %"],
    "weekday": ["the day of the week of %"],
    "weeks": ["% weeks"],
    "words": ["the number of words of %"],
    "year": ["the year of %"],
    "years": ["% years"],
  ]

  /// Figures of a group, each of one value.
  static let figures = [
    "count": "how many rows have a value for %",
    "distinct": "how many different values % has",
    "first": "the first value of %",
    "last": "the last value of %",
    "list": "all values of %",
    "max": "the greatest value of %",
    "mean": "the mean of %",
    "median": "the median of %",
    "min": "the least value of %",
    "sum": "the sum of %",
  ]
}
