package main

const help = `weigh says how much each thing counts for guests, and what to fix first.

usage: go run -C examples ./weigh [flags]

Without flags it runs on a small built-in hotel: four experts, 120 guests, seven questions.
Paths are relative to the working directory, which is examples/ under go run -C examples; an absolute path always works.

judgements
  -judgements FILE   pairwise judgements; several times for several experts
                     JSON, one expert:  {"names": ["room", "desk"], "matrix": [["1", "3"], ["1/3", "1"]]}, row over column
                     or a list:         {"names": ["room", "desk"], "judgements": [{"row": "room", "column": "desk", "ratio": "3"}]}
                     JSON, a decision:  criteria, alternatives, criteria_matrix, alternative_matrices
                     CSV, an expert a row: column room_desk holds -3 for room 3 times as important as desk, 3 for desk
                     3 times as important as room, 1 for both alike, nothing for not compared; a column named expert may
                     name the experts, one named share give them a say in whole numbers
                     CSV, a judgement a row: columns expert, row, column, ratio, such as Li,room,desk,1/3; share as above
  -method M          geometric-mean (default), eigenvector, harker, least-eigenvalue
  -index TABLE       random indices for the consistency ratio: saaty (default), saaty-revised, alonso-lamata, simulated,
                     donegan-dodd, alonso-lamata-line
  -group G           how several experts are put together: judgements (default; geometric means of their ratios),
                     arithmetic or geometric (the mean of their weights)

answers
  -answers FILE      a CSV file with a header, a guest a row
  -items LIST        the columns with questions, such as room,desk or 'item*'; default: all but that of -overall
  -scale SCALE       how they are answered: a range such as 1-5 (default) or 0-10, points of a ladder, best first, such
                     as 10,8,6,4,2, ladder for these five with their words, keywords for the feelings -3 to 3
  -overall COLUMN    the overall rating; COLUMN=0-10 if its scale is another one
  -tree FILE         an indicator tree as JSON in place of -items and -scale; hotel is the built-in one of 24 questions
  -missing LIST      words for no answer: NA or NA=not-applicable (blank, not-applicable, refused, not-asked)
  -sep SEP           between cells: , ; tab; default ,
  -use SOURCE        the weights of scores and grid: judgement, tree, drivers, standard-deviation, entropy, critic,
                     deviation-maximum, first-component or equal; default: the first of judgement, tree and drivers
                     there is, else equal, and then there is no grid
  -strict            fail if any row is wrong; else wrong rows are named and left out

Judgements and answers together: the things judged must be the questions, or in a tree the children of one node.

output
  -places N          decimal places of weights, 1 to 7, default 4; the weights of a list sum to exactly 1
  -json              print JSON instead of the table
  -html FILE         also write one page with the grid
  -lang LANG         of the page: en (default) or zh

exit status
  0  done
  1  nothing usable, wrong rows under -strict, a file that cannot be read or written
  2  wrong flags
  go run itself turns every failure into 1; a program made by go build keeps them apart.
`
