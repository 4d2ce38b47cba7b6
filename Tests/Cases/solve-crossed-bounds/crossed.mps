ROWS
 N cost
 G r
COLUMNS
 x cost 1 r 1
BOUNDS
 LO b x 3
 UP b x 1
ENDATA
