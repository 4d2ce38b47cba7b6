internal import SimServer

@main
struct GreenaluServe {
    static func main() async throws {
        try await PageServer().run()
    }
}
