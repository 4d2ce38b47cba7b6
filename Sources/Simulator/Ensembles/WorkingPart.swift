/// Parts while they are being written.
///
/// Several processes may work on one shard, on one machine or many: each writes a file of its own,
/// and the last to finish puts the same bytes in the place of the first's. What a killed one left
/// goes when a shard is run again on its machine.
enum WorkingPart {
    /// Removes what killed writers of this machine left in a folder. What cannot be removed stays.
    static func removeAbandoned(in folder: OpenFolder, files: FileLayer) {
        WorkingFile.removeAbandoned(in: folder, files: files) { target in
            target.hasPrefix("part-") && target.hasSuffix(".draws")
        }
    }
}
