import Glibc

extension LongFile {
    /// Locks the file until it is closed, however that happens.
    /// - Returns: whether this process has it now, or another one; nil where the file system knows
    ///   no locks.
    func tryLock() throws(FileFailure) -> Bool? {
        do {
            try files.call(.lock, path) { Int(flock(descriptor.number, LOCK_EX | LOCK_NB)) }
            return true
        } catch {
            switch error.errno {
            case EWOULDBLOCK: return false
            case ENOLCK, ENOSYS, EOPNOTSUPP, EINVAL: return nil
            default: throw error
            }
        }
    }
}
