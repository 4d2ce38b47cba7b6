ROWS
 N cost
COLUMNS
 x cost one
ENDATA
