NAME bad
ROWS
 N cost
 X row
 L r
COLUMNS
 x cost 1,5 r 1
 y nowhere 2
RHS
 RHS r 1
 RHS r 2
BOUNDS
 UP BND z 3
 ZZ BND x 3
QUADOBJ
 x y 1
 y x 1
FOO
 a b
ENDATA
