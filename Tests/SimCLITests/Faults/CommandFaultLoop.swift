import Foundation
import Simulator
import Testing

@testable import SimCLI

/// Runs a command again and again with the first, second, third … of its calls failing, until it
/// succeeds because it makes fewer, and judges what is there after each.
struct CommandFaultLoop {
    /// Which calls fail, and how.
    struct Mode {
        let name: String
        let kinds: Set<FileOperation>
        let errorNumber: Int32
        let extent: FaultInjector.Extent
        /// Every how many calls one is made to fail.
        let stride: Int

        /// Every call that changes something fails, each alone.
        static let change = Mode(
            name: "a change", kinds: FileOperation.changing, errorNumber: EIO, extent: .once,
            stride: 1)
        /// From a call on nothing finds room any more.
        static let fullDisk = Mode(
            name: "a full disk", kinds: FileOperation.needingSpace, errorNumber: ENOSPC,
            extent: .onwards, stride: 1)
        /// The reading calls of a command are many and alike: one table after another.
        static func reading(stride: Int) -> Mode {
            Mode(
                name: "a reading",
                kinds: Set(FileOperation.allCases).subtracting(FileOperation.changing),
                errorNumber: EIO, extent: .once, stride: stride)
        }
    }

    let command: WritingCommand
    let workspace: FaultWorkspace
    /// What stands there before each run.
    let old: FaultWorkspace.Tree
    /// What an undisturbed run leaves.
    let new: FaultWorkspace.Tree

    /// Judgements after which a loop is given up: one defect shows at many calls.
    private static let faultLimit = 6

    /// - Returns: the calls that were made to fail.
    func run(_ mode: Mode) throws -> Int {
        var call = 1
        var tried = 0
        var faults = 0
        try workspace.restore(old)
        while faults < Self.faultLimit {
            let injector = FaultInjector(
                failingAnyOf: mode.kinds, call: call, errorNumber: mode.errorNumber,
                extent: mode.extent)
            let ending = CommandInProcess.run(
                workspace.filled(command.words) + ["--quiet", "--lang", "en"],
                files: FileLayer(faults: injector))
            let found = try workspace.output
            let place = "\(mode.name), call \(call)"
            if let fault = fault(of: ending, found: found, isDisturbed: injector.hasFired) {
                Issue.record("\(command.testDescription): \(place): \(fault)")
                faults += 1
            }
            guard injector.hasFired else { break }
            tried += 1
            call += mode.stride
            if found != old { try workspace.restore(old) }
        }
        return tried
    }

    /// What is wrong; nil where nothing is.
    private func fault(
        of ending: CommandInProcess.Ending, found: FaultWorkspace.Tree, isDisturbed: Bool
    ) -> String? {
        switch ending.status {
        case .done:
            // A call that is tried twice may fail once without harm.
            return found == new ? nil : "success, but \(difference(found))"
        case .inputOutput where isDisturbed:
            if ending.messages.isEmpty { return "nothing is said" }
            if ending.messages.contains("\u{1B}") { return "a raw control character" }
            return mixture(found)
        default: return "ends with \(ending.status): \(ending.messages)"
        }
    }

    /// Each name in the watched folder must be old or new as a whole.
    private func mixture(_ found: FaultWorkspace.Tree) -> String? {
        func tops(_ tree: FaultWorkspace.Tree) -> Set<Substring> {
            Set(tree.keys.map { $0.prefix { $0 != "/" } })
        }
        func below(_ top: Substring, _ tree: FaultWorkspace.Tree) -> FaultWorkspace.Tree {
            tree.filter { $0.key.prefix { $0 != "/" } == top }
        }
        for top in tops(found).union(tops(old)).sorted() {
            let now = below(top, found)
            if now == below(top, old) || now == below(top, new) { continue }
            if Set(now.keys).isSubset(of: command.mayLeave) { continue }
            return "\(top): \(difference(found))"
        }
        return nil
    }

    private func difference(_ found: FaultWorkspace.Tree) -> String {
        func words(_ tree: FaultWorkspace.Tree) -> String {
            let others = found.filter { tree[$0.key] != $0.value }.keys.sorted()
            let missing = tree.keys.filter { found[$0] == nil }.sorted()
            return "differs in \(others.prefix(6)), lacks \(missing.prefix(6))"
        }
        return "against the old it \(words(old)); against the new it \(words(new))"
    }
}
