* two rows that contradict each other
NAME apart
ROWS
 N cost
 L most
 G least
COLUMNS
 x cost 1 most 1
 x least 1
 y most 1 least 1
RHS
 RHS most 1 least 2
ENDATA
