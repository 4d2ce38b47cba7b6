import Glibc

/// How many files a process may have open.
enum OpenFileLimit {
    /// Lets this process have so many more files open, as far as the system allows.
    static func admit(_ count: Int) {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return }
        // Streams, folders and tables to be written come on top.
        let wanted = rlim_t(count + 64)
        guard limit.rlim_cur < wanted else { return }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        _ = setrlimit(resource, &limit)
    }
}
