import HTTPTypes
import Hummingbird
import Simulator
import Testing

@testable import SimServer

@Suite(
    "Every error becomes one answer: a status, a code, and each problem with its rule and remedy")
struct APIErrorTests {
    private func rejected(_ key: String, _ value: String) -> InputRejected {
        InputRejected(
            Finding(
                .error, Message(ServerRefusal.malformed, verbatim: ["value": value]),
                at: Location(keyPath: key)))
    }

    @Test("Statuses by the kind of error")
    func statuses() {
        #expect(APIError(rejected("carbon.price", "-5")).status == .unprocessableContent)
        #expect(APIError(PlanningLane.Refusal.superseded).status == .conflict)
        #expect(APIError(PlanningLane.Refusal.tooMany).status == .serviceUnavailable)
        #expect(APIError(HTTPError(.notFound)).status == .notFound)
        #expect(APIError(HTTPError(.contentTooLarge)).status == .contentTooLarge)
        #expect(APIError(HTTPError(.unauthorized)).status == .badRequest)
        #expect(APIError(FileFailure.writing("store", errno: 28)).status == .serviceUnavailable)
        #expect(APIError(FileFailure.writing("store", errno: 2)).status == .unprocessableContent)
        #expect(APIError(CancellationError()).status == .serviceUnavailable)
    }

    @Test("A key's problem names field, value, rule and remedy in the reader's language")
    func problems() {
        let document = APIError(rejected("carbon.price.2026", "-5")).document(in: .english).rendered
        for part in [
            "\"code\": \"rejected\"", "\"field\": \"carbon.price.2026\"", "\"value\": \"-5\"",
            "\"rule\": \"0 to 100000 CNY/tCO2\"",
            "\"remedy\": \"Give a value as allowed: 0 to 100000 CNY/tCO2.\"",
        ] {
            #expect(document.contains(part), "\(part) is missing in \(document)")
        }
        let chinese = APIError(rejected("carbon.price", "-5")).document(in: .chinese).rendered
        #expect(chinese.contains("0 至 100000 CNY/tCO2"))
    }

    @Test("Choices and flags list what may be chosen; what is no key says its rule in its sentence")
    func rules() {
        #expect(KeyDomain("planning.lines")?.rule.english.contains("whole") == true)
        #expect(KeyDomain("no.such.key") == nil)
        let document = APIError(rejected("name", "x")).document(in: .english).rendered
        #expect(document.contains("\"rule\": \"The request cannot be read."))
    }

    @Test("Warnings and notices are no problems")
    func errorsAlone() {
        let message = Message(ServerRefusal.malformed)
        let error = APIError(
            InputRejected([
                Finding(.notice, message), Finding(.error, message), Finding(.warning, message),
            ]))
        #expect(error.problems.count == 1)
    }
}
