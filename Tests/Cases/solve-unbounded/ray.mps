ROWS
 N cost
 G r
COLUMNS
 x cost -1 r 1
 y r 1
ENDATA
