/// Reads linear and quadratic programs in MPS and QPS form, fixed or free.
///
/// Sections NAME, OBJSENSE, OBJNAME, ROWS, COLUMNS, RHS, RANGES, BOUNDS and one of QUADOBJ or
/// QSECTION (one triangle of `Q` in `1/2 x'Qx`) or QMATRIX (both triangles).
///
/// - Form: fields are separated by blanks; where that gives faults and fields at their fixed columns
///   give fewer, those are taken, so that names may hold blanks.
/// - Objective: the first row of type N, or the one OBJNAME names; others are left out. Its right
///   hand side is the negative of a constant.
/// - Ranges: on L and G rows the other limit lies the range's size away; on E rows above the right
///   hand side for a positive and below it for a negative range.
/// - Bounds: 0 to infinity where none is given. An upper bound below zero without a lower bound makes
///   the lower bound infinite. Numbers from 1e20 on are infinite.
/// - Of several right hand side, range or bound sets the first one counts.
public enum QPSReader {
    /// From this size on a limit is none, as other readers have it too.
    public static let infinity = 1e20
    /// So many faults are listed.
    static let faultLimit = 500

    /// Reads a text.
    ///
    /// - Parameter relaxingIntegers: whether whole-number variables are taken as continuous; they
    ///   are a fault otherwise.
    /// - Throws: ``QPSRejection`` with all faults.
    public static func read(
        _ text: String, relaxingIntegers: Bool = false
    ) throws(QPSRejection) -> QPSProblem {
        try read(bytes: Array(text.utf8), relaxingIntegers: relaxingIntegers)
    }

    /// Reads the bytes of a text in UTF-8; any other byte is replaced in names.
    public static func read(
        bytes: [UInt8], relaxingIntegers: Bool = false
    ) throws(QPSRejection) -> QPSProblem {
        if isCompressed(bytes) {
            throw QPSRejection(faults: [QPSFault(line: 1, kind: .compressed)])
        }
        var free = QPSParser(form: .free, relaxesIntegers: relaxingIntegers)
        free.take(bytes)
        let read = free.problem()
        if let read, free.faults.isEmpty { return read }
        var fixed = QPSParser(form: .fixed, relaxesIntegers: relaxingIntegers)
        fixed.take(bytes)
        if let read = fixed.problem(), fixed.faults.isEmpty { return read }
        let faults = fixed.faults.count < free.faults.count ? fixed.faults : free.faults
        throw QPSRejection(faults: faults.sorted { $0.line < $1.line })
    }

    private static func isCompressed(_ bytes: [UInt8]) -> Bool {
        let beginnings: [[UInt8]] = [
            [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x50, 0x4B, 3, 4],
            [0x28, 0xB5, 0x2F, 0xFD],
        ]
        return beginnings.contains { bytes.starts(with: $0) }
    }
}
