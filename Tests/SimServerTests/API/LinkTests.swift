internal import PlannerPage
internal import Simulator
internal import Testing

@testable internal import SimServer

@Suite struct LinkTests {
    @Test(arguments: [
        "carbon.price=300&lang=zh", "/?carbon.price=300&lang=zh", "?carbon.price=%33%30%30&lang=zh",
        "http://127.0.0.1:8742/?carbon.price=300&lang=zh#map",
    ])
    func `a link is read with or without what stands before its query`(_ link: String) throws {
        let state = try APIRequest.state(
            link)
        #expect(state.settings == ["carbon.price": "300"])
        #expect(state.language == .chinese)
        #expect(state.scenario == .standard)
    }

    @Test func `levers and keys are told apart`() throws {
        let state = try APIRequest.state("growth-wind=5&carbon.price=300&scenario=saved:7")
        #expect(state.levers == ["growth-wind": "5"])
        #expect(state.settings == ["carbon.price": "300"])
        #expect(state.scenario == .saved(7))
    }

    @Test func `no link is the default scenario`() throws {
        #expect(try APIRequest.state("") == PageState())
    }

    @Test(arguments: [
        "a=%", "a=%4", "a=%zz", "a=%ff", "%C0%AF=1", "scenario=../x", "year=x", "a=铝", "a=1 2",
    ])
    func `a link that cannot be read is refused`(_ link: String) {
        #expect(throws: InputRejected.self) { try APIRequest.state(link) }
    }

    @Test func `a link has a bounded number of parameters`() {
        let link = (0...APIRequest.parameterLimit).map { "a\($0)=1" }.joined(separator: "&")
        #expect(throws: InputRejected.self) { try APIRequest.state(link) }
    }
}
