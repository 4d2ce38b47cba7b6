NAME top
OBJSENSE
    MAX
ROWS
 N gain
 L r
COLUMNS
 x gain 3 r 1
RHS
 RHS gain -10 r 2
ENDATA
