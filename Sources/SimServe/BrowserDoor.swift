internal import Glibc
internal import SimServer
internal import Simulator
internal import Synchronization

/// Opens the page in the reader's browser.
///
/// The address holds the token, and whoever is logged in can read the arguments of a program. So
/// the browser is given a file that only its owner can read, which leads to the address.
final class BrowserDoor: Sendable {
    private let opens: Bool
    private let files = FileLayer()
    private let file = Mutex<String?>(nil)

    init(token: AccessToken, opens: Bool) {
        self.opens = opens
    }

    func open(_ address: String, in language: Language) {
        guard opens else { return }
        do {
            try openFile(address)
        } catch {
            Terminal.report(error.message, language)
            Terminal.report(Message(ServeText.notOpened), language)
        }
    }

    private func openFile(_ address: String) throws(FileFailure) {
        let folder =
            ServeOptions.environment("XDG_RUNTIME_DIR") ?? ServeOptions.environment("TMPDIR")
            ?? "/tmp"
        let path = "\(folder)/greenalu-\(getpid()).html"
        let page =
            "<!DOCTYPE html><meta charset=\"utf-8\">"
            + "<meta http-equiv=\"refresh\" content=\"0;url=\(address)\"><title>greenalu</title>"
            + "<a href=\"\(address)\">greenalu</a>\n"
        let mask = umask(0o077)
        defer { _ = umask(mask) }
        try files.createNewFile(at: path, with: Array(page.utf8))
        file.withLock { $0 = path }
        try start(ServeOptions.environment("BROWSER") ?? "xdg-open", path)
    }

    /// Starts a program with one argument and does not wait for it.
    private func start(_ program: String, _ argument: String) throws(FileFailure) {
        // Some values of BROWSER are lists.
        let name = program.split(separator: ":").first.map(String.init) ?? program
        var words: [UnsafeMutablePointer<CChar>?] = [strdup(name), strdup(argument), nil]
        defer { for word in words { free(word) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
        var process = pid_t()
        let status = posix_spawnp(&process, name, &actions, nil, &words, environ)
        if status != 0 { throw FileFailure.starting(name, errno: status) }
        // The program's end is nobody's business; without this it would stay in the list.
        signal(SIGCHLD, SIG_IGN)
    }

    func remove() {
        guard let path = file.withLock({ $0 }) else { return }
        try? files.removeFile(at: path)
    }
}
