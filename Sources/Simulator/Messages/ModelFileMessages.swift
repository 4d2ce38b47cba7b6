/// What can be wrong with an MPS or QPS file, and how it was read where conventions differ.
public enum ModelFileMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "model_file"

    case standardInput = "standard_input"
    case compressed
    case unknownSection = "unknown_section"
    case unsupportedSection = "unsupported_section"
    case dataOutsideSection = "data_outside_section"
    case unknownSense = "unknown_sense"
    case incompleteRow = "incomplete_row"
    case unknownRowType = "unknown_row_type"
    case duplicateRow = "duplicate_row"
    case incompletePairs = "incomplete_pairs"
    case unknownRow = "unknown_row"
    case notANumber = "not_a_number"
    case notFinite = "not_finite"
    case splitColumn = "split_column"
    case duplicateEntry = "duplicate_entry"
    case duplicateLimit = "duplicate_limit"
    case infiniteLimit = "infinite_limit"
    case unknownMarker = "unknown_marker"
    case integerVariables = "integer_variables"
    case incompleteBound = "incomplete_bound"
    case unknownBoundType = "unknown_bound_type"
    case unsupportedBoundType = "unsupported_bound_type"
    case unknownVariable = "unknown_variable"
    case infiniteBound = "infinite_bound"
    case crossedBounds = "crossed_bounds"
    case duplicateQuadratic = "duplicate_quadratic"
    case asymmetricQuadratic = "asymmetric_quadratic"
    case quadraticRow = "quadratic_row"
    case noObjective = "no_objective"
    case unknownObjective = "unknown_objective"
    case noEnd = "no_end"
    case tooManyFaults = "too_many_faults"
    case inconsistent
    case notConvex = "not_convex"
    case notConcave = "not_concave"
    case ignoredObjectives = "ignored_objectives"
    case ignoredSet = "ignored_set"
    case ignoredRange = "ignored_range"
    case freedLowerBound = "freed_lower_bound"
    case replacedBound = "replaced_bound"
    case relaxedIntegers = "relaxed_integers"
    case binaryByDefault = "binary_by_default"

    public var text: Text {
        switch self {
        case .standardInput: Text(en: "standard input", zh: "标准输入")
        case .compressed:
            Text(
                en: "the file is compressed, and only text is read; unpack it first, for example "
                    + "gunzip -c FILE | greenalu solve -",
                zh: "文件是压缩格式，而只能读取文本；请先解压，例如 gunzip -c FILE | greenalu solve -")
        case .unknownSection:
            Text(
                en: "'{value}' is no section of MPS or QPS; there are NAME, OBJSENSE, OBJNAME, "
                    + "ROWS, COLUMNS, RHS, RANGES, BOUNDS, QUADOBJ, QSECTION, QMATRIX and ENDATA. "
                    + "Correct the word; a file in LP form has to be converted to MPS",
                zh: "“{value}” 不是 MPS 或 QPS 的段名；可用的段有 NAME、OBJSENSE、OBJNAME、ROWS、COLUMNS、"
                    + "RHS、RANGES、BOUNDS、QUADOBJ、QSECTION、QMATRIX、ENDATA。请更正；"
                    + "LP 格式的文件须先转换为 MPS")
        case .unsupportedSection:
            Text(
                en: "section {value} cannot be honoured: only linear rows and one convex quadratic "
                    + "objective are solved. Take the section out, or use another solver",
                zh: "无法处理 {value} 段：只求解线性约束加凸二次目标的问题。请删去该段，或改用其他求解器")
        case .dataOutsideSection:
            Text(
                en: "data stands before any section that could hold it; an MPS file begins with "
                    + "NAME or ROWS in the first column",
                zh: "数据不在任何段内；MPS 文件应以首列的 NAME 或 ROWS 开头")
        case .unknownSense:
            Text(
                en: "the objective sense '{value}' is neither MIN nor MAX; write one of them",
                zh: "目标方向 “{value}” 既非 MIN 也非 MAX；请改为其中之一")
        case .incompleteRow:
            Text(
                en:
                    "a line of ROWS has a type (N, E, L or G) and one name; correct the line. Names "
                    + "with blanks are read only in fixed columns",
                zh: "ROWS 段的一行应有类型（N、E、L 或 G）和一个名称；请更正。含空格的名称只能用固定列格式")
        case .unknownRowType:
            Text(
                en: "'{value}' is no type of row; write N (objective), E, L or G",
                zh: "“{value}” 不是行类型；请写 N（目标）、E、L 或 G")
        case .duplicateRow:
            Text(
                en: "row '{name}' was named on line {first} already; a name stands once. Rename or "
                    + "remove one",
                zh: "行 “{name}” 已在第 {first} 行定义；名称不得重复。请改名或删去其一")
        case .incompletePairs:
            Text(
                en: "the line needs a name and then one or two pairs of a name and a number; "
                    + "correct it. Names with blanks are read only in fixed columns",
                zh: "该行应为名称加一对或两对“名称 数值”；请更正。含空格的名称只能用固定列格式")
        case .unknownRow:
            Text(
                en: "row '{name}' does not stand in ROWS; add it there or correct the name",
                zh: "ROWS 段中没有行 “{name}”；请在该段补上或更正名称")
        case .notANumber:
            Text(
                en: "'{value}' is not a number; write digits with a point, such as -1.5 or 2e-3",
                zh: "“{value}” 不是数值；请写成带小数点的数字，例如 -1.5 或 2e-3")
        case .notFinite:
            Text(
                en: "'{value}' is infinite or too large for a coefficient; write a finite number",
                zh: "“{value}” 为无穷大或超出范围，不能作为系数；请写有限数值")
        case .splitColumn:
            Text(
                en: "the entries of variable '{name}' began on line {first} and others came "
                    + "between; put the lines of a variable together",
                zh: "变量 “{name}” 的系数自第 {first} 行开始，中间夹有其他变量；请将同一变量的各行放在一起")
        case .duplicateEntry:
            Text(
                en: "variable '{column}' has a coefficient in row '{row}' on line {first} already; "
                    + "which one counts is not defined. Remove one or add them up",
                zh: "变量 “{column}” 在行 “{row}” 中的系数已在第 {first} 行给出，无法判断以哪个为准；"
                    + "请删去其一或合并")
        case .duplicateLimit:
            Text(
                en: "row '{row}' has a value in this section on line {first} already; remove one",
                zh: "行 “{row}” 在本段的值已在第 {first} 行给出；请删去其一")
        case .infiniteLimit:
            Text(
                en: "row '{row}' has a limit that nothing can meet (infinite on the wrong side; "
                    + "from 1e20 on a number counts as infinite); write a finite one",
                zh: "行 “{row}” 的限值无法满足（方向相反的无穷大；1e20 及以上视为无穷大）；请写有限数值")
        case .unknownMarker:
            Text(
                en: "'{value}' is no marker that is known; markers are 'INTORG' and 'INTEND'",
                zh: "未知的标记 “{value}”；可用的标记为 'INTORG' 和 'INTEND'")
        case .integerVariables:
            Text(
                en: "{count} variable(s) must be whole numbers, which this solver cannot honour. "
                    + "Use another solver, or give --relax to solve with them continuous",
                zh: "有 {count} 个变量须取整数，而本求解器不能处理。请改用其他求解器，或加 --relax 按连续变量求解")
        case .incompleteBound:
            Text(
                en: "a bound has a type, a set, a variable and, except for FR, MI, PL and BV, a "
                    + "number; correct the line",
                zh: "界限一行应有类型、集合名、变量，除 FR、MI、PL、BV 外还要有数值；请更正")
        case .unknownBoundType:
            Text(
                en: "'{value}' is no type of bound; write LO, UP, FX, FR, MI, PL, BV, LI or UI",
                zh: "“{value}” 不是界限类型；请写 LO、UP、FX、FR、MI、PL、BV、LI 或 UI")
        case .unsupportedBoundType:
            Text(
                en:
                    "bound type {value} makes a variable semi-continuous, which is not solved; take "
                    + "it out or use another solver",
                zh: "界限类型 {value} 表示半连续变量，无法求解；请删去或改用其他求解器")
        case .unknownVariable:
            Text(
                en: "variable '{name}' does not stand in COLUMNS; add it there or correct the name",
                zh: "COLUMNS 段中没有变量 “{name}”；请在该段补上或更正名称")
        case .infiniteBound:
            Text(
                en: "the bound {value} of variable '{name}' allows no number (from 1e20 on a "
                    + "number counts as infinite); write a finite one",
                zh: "变量 “{name}” 的界限 {value} 不容许任何数值（1e20 及以上视为无穷大）；请写有限数值")
        case .crossedBounds:
            Text(
                en: "the lower bound {lower} of variable '{name}' lies above its upper bound "
                    + "{upper}, so no point meets both; correct one if that is not meant",
                zh: "变量 “{name}” 的下界 {lower} 大于上界 {upper}，没有任何点能同时满足；若非本意，请更正其一")
        case .duplicateQuadratic:
            Text(
                en: "the pair '{first_name}', '{second_name}' stands on line {first} already; "
                    + "QUADOBJ and QSECTION take one triangle, each pair once. Remove one, or name "
                    + "the section QMATRIX if both triangles are meant",
                zh: "“{first_name}” 与 “{second_name}” 这一对已在第 {first} 行给出；QUADOBJ 和 QSECTION "
                    + "只写一个三角，每对一次。请删去其一；若两个三角都写，段名应为 QMATRIX")
        case .asymmetricQuadratic:
            Text(
                en:
                    "QMATRIX takes both triangles, and '{first_name}', '{second_name}' has no equal "
                    + "entry the other way round; add it, or name the section QUADOBJ",
                zh: "QMATRIX 须写两个三角，而 “{first_name}”、“{second_name}” 没有相等的对称项；"
                    + "请补上，或将段名改为 QUADOBJ")
        case .quadraticRow:
            Text(
                en:
                    "quadratic terms in row '{row}': only the objective may be quadratic. Take them "
                    + "out, or use another solver",
                zh: "行 “{row}” 含二次项：只有目标可为二次。请删去，或改用其他求解器")
        case .noObjective:
            Text(
                en: "there is no objective: ROWS has no row of type N; add one",
                zh: "没有目标：ROWS 段中没有 N 类型的行；请补上")
        case .unknownObjective:
            Text(
                en: "the objective '{name}' of OBJNAME is no row of type N; add it or correct the "
                    + "name",
                zh: "OBJNAME 所指的目标 “{name}” 不是 N 类型的行；请补上或更正名称")
        case .noEnd:
            Text(
                en: "ENDATA is missing, so the file may be cut off; get the whole file, or add "
                    + "the line",
                zh: "缺少 ENDATA，文件可能不完整；请取得完整文件，或补上该行")
        case .tooManyFaults:
            Text(
                en: "the rest was not read: too many lines are faulty. Check that this is an MPS "
                    + "or QPS file",
                zh: "错误过多，其余未读取。请确认这是 MPS 或 QPS 文件")
        case .inconsistent:
            Text(
                en: "the program does not hold together: {reason}; check the file",
                zh: "问题数据前后不一致：{reason}；请检查文件")
        case .notConvex:
            Text(
                en: "the objective to be minimised has negative curvature near variable '{name}'; "
                    + "only convex programs are solved. Check the signs of the quadratic section "
                    + "and the objective sense",
                zh: "求最小的目标在变量 “{name}” 附近有负曲率；只求解凸问题。请检查二次段的符号和目标方向")
        case .notConcave:
            Text(
                en: "the objective to be maximised has positive curvature near variable '{name}'; "
                    + "only concave ones can be. Check the signs of the quadratic section and the "
                    + "objective sense",
                zh: "求最大的目标在变量 “{name}” 附近有正曲率；求最大时目标须为凹。请检查二次段的符号和目标方向")
        case .ignoredObjectives:
            Text(
                en: "{count} row(s) of type N besides the objective are left out",
                zh: "除目标外另有 {count} 个 N 类型的行，已略去")
        case .ignoredSet:
            Text(
                en: "{section} holds several sets; '{used}' counts, being the first, and '{name}' "
                    + "is left out",
                zh: "{section} 段有多个集合；以第一个 “{used}” 为准，略去 “{name}”")
        case .ignoredRange:
            Text(
                en: "a range on the objective row '{row}' means nothing and is left out",
                zh: "目标行 “{row}” 的 RANGES 值没有意义，已略去")
        case .freedLowerBound:
            Text(
                en: "variable '{name}' has the upper bound {upper} and no lower bound; by "
                    + "convention its lower bound is minus infinity, not 0",
                zh: "变量 “{name}” 的上界为 {upper} 而未给下界；按惯例下界取负无穷，而不是 0")
        case .replacedBound:
            Text(
                en: "a bound of variable '{name}' is given twice; the later one counts",
                zh: "变量 “{name}” 的界限给出两次；以后者为准")
        case .relaxedIntegers:
            Text(
                en: "{count} variable(s) that must be whole numbers are taken as continuous "
                    + "(--relax); the result is a bound, not a solution of the problem in the file",
                zh: "有 {count} 个整数变量按连续变量处理（--relax）；结果只是一个界，并非文件中原问题的解")
        case .binaryByDefault:
            Text(
                en: "{count} variable(s) between integer markers have no bounds; by convention "
                    + "they lie between 0 and 1",
                zh: "整数标记之间有 {count} 个变量未给界限；按惯例取 0 至 1")
        }
    }
}
