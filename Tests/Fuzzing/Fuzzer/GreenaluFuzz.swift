internal import CFuzzer
internal import Glibc
internal import Synchronization

/// Tries a reader with inputs that libFuzzer makes up, or with the files named; takes libFuzzer's
/// arguments. Which reader stands in the environment, because libFuzzer starts the program again
/// with arguments of its own. Started by Scripts/fuzz; without a target it lists them, each with
/// the bytes of its longest input and the seconds that one input may take.
@main enum GreenaluFuzz {
    private static let chosen = Mutex<PropertyCheck?>(nil)

    static func main() {
        guard let name = getenv("GREENALU_FUZZ_TARGET").map({ String(cString: $0) }) else {
            for target in PropertyCheck.all {
                print(target.name, target.lengthLimit, target.secondsLimit)
            }
            return
        }
        guard let target = PropertyCheck.all.first(where: { $0.name == name }) else {
            print("no target of this name: \(name)")
            exit(64)
        }
        chosen.withLock { $0 = target }
        run(arguments: CommandLine.arguments)
    }

    private static func run(arguments: [String]) {
        // libFuzzer keeps and changes them for as long as the process lives.
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        pointers.append(nil)
        let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
            capacity: pointers.count)
        table.initialize(from: pointers, count: pointers.count)
        var place: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = table
        var count = Int32(arguments.count)
        exit(
            LLVMFuzzerRunDriver(&count, &place) { data, length in
                GreenaluFuzz.tryOne(Array(UnsafeBufferPointer(start: data, count: length)))
                return 0
            })
    }

    private static func tryOne(_ bytes: [UInt8]) {
        guard let target = chosen.withLock({ $0 }) else { return }
        do {
            try target.check(bytes)
        } catch {
            let text = Array("\nPROPERTY BROKEN (\(target.name)): \(error)\n".utf8)
            _ = write(2, text, text.count)
            abort()
        }
    }
}
