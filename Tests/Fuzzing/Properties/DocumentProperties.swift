@testable internal import PlannerPage
@testable internal import Simulator

extension PropertyCheck {
    /// JSON that is read, written and read again is written the same.
    static let json = PropertyCheck(name: "json", lengthLimit: 4096) { bytes in
        do {
            let value = try JSONReader.read(bytes)
            let written = value.rendered
            let again = try JSONReader.read(Array(written.utf8))
            try require(again.rendered == written, "another value once written: \(written)")
            // Members of a request, each asked for as every type there is.
            var object = RequestObject(value)
            for name in ["scenario", "yaml", "year", "settings", "lang", "levers"] {
                _ = object.text(name, limit: 200)
                _ = object.integer(name, in: 2000...2100)
                _ = object.values(name)
            }
            do {
                try object.finish()
            } catch let rejected as InputRejected {
                try requireRefusal(rejected)
            }
        } catch let rejected as InputRejected {
            try requireRefusal(rejected)
        }
    }

    /// A manifest of a run either is one, or is none.
    static let manifest = PropertyCheck(name: "manifest", lengthLimit: 4096) { bytes in
        guard let manifest = StoredManifest(bytes) else { return }
        try require(manifest.program == "greenalu", "a manifest of another program")
        try require(
            manifest.scenarioFiles.count + manifest.tables.count == manifest.inputs.count,
            "an input that is neither a scenario nor a table")
    }
}
