internal import Foundation
internal import PlannerPage
internal import Simulator
internal import Testing

@Suite struct Dump {
    @Test func dump() throws {
        for l in Language.allCases {
            try `The whole page`.html(l).write(
                toFile: "/tmp/front-page-\(l.rawValue).html", atomically: true, encoding: .utf8)
            try TokenDocument(language: l).html.write(
                toFile: "/tmp/front-token-\(l.rawValue).html", atomically: true, encoding: .utf8)
        }
    }
}
