internal import Foundation
internal import PlannerPage
internal import Simulator
internal import TestSupport
internal import Testing

@testable internal import SimServer

/// The description of the programming interface is held against what the server really has.
@Suite struct OpenAPITests {
    private struct Description: Decodable {
        struct Operation: Decodable {
            struct Parameter: Decodable {
                let reference: String?
                let name: String?
                let place: String?

                enum CodingKeys: String, CodingKey {
                    case reference = "$ref"
                    case name
                    case place = "in"
                }
            }
            let operationId: String
            let parameters: [Parameter]
            let responses: [String: Empty]
        }
        struct Empty: Decodable {}
        struct Information: Decodable { let version: String }
        struct Components: Decodable {
            let parameters: [String: Operation.Parameter]
            let schemas: [String: Schema]
        }
        struct Schema: Decodable {
            let properties: [String: Property]?
        }
        struct Property: Decodable {
            let choices: [String]?
            let maximum: Double?
            let maxLength: Int?

            enum CodingKeys: String, CodingKey {
                case choices = "enum"
                case maximum, maxLength
            }
        }
        let openapi: String
        let info: Information
        let paths: [String: [String: Operation]]
        let components: Components
    }

    private let description: Description
    private let routes: [APIRoute]

    init() throws {
        description = try JSONDecoder().decode(
            Description.self, from: Data(PageAsset.openAPI.bytes))
        let store = try ScenarioStore(path: nil)
        let desk = PlanningDesk(data: try Repository.data(), library: Repository.library)
        routes =
            APIRoutes(
                ServerServices(
                    desk: desk, shelf: RecordShelf(),
                    lane: try PlanningLane(threads: 1, waiting: 1), store: store,
                    jobs: JobQueue(store: store, desk: desk, threads: 1),
                    metrics: ServerMetrics(), language: .english)
            ).all
    }

    @Test func `every route is described, and nothing else is`() {
        let served = Set(routes.map { "\($0.verb) \($0.path)" })
        let described = Set(
            description.paths.flatMap { path, operations in
                operations.keys.map { "\($0.uppercased()) \(path)" }
            })
        #expect(served == described)
        #expect(served.count == routes.count)
    }

    @Test func `every parameter of a query is described, and nothing else is`() throws {
        for route in routes {
            let operation = try #require(
                description.paths[route.path]?[route.verb.lowercased()])
            let parameters = operation.parameters.map { parameter in
                parameter.reference.flatMap { reference in
                    description.components.parameters[
                        reference.split(separator: "/").last.map(String.init) ?? ""]
                } ?? parameter
            }
            let query = Set(parameters.filter { $0.place == "query" }.compactMap(\.name))
            #expect(query == route.parameters.union([APIRoute.language]), "\(route.path)")
            let path = Set(parameters.filter { $0.place == "path" }.compactMap(\.name))
            let captured = Set(
                route.path.split(separator: "/").filter { $0.hasPrefix("{") }
                    .map { String($0.dropFirst().dropLast()) })
            #expect(path == captured, "\(route.path)")
        }
    }

    @Test func `operations have names of their own, and say how they refuse`() {
        let operations = description.paths.values.flatMap(\.values)
        #expect(Set(operations.map(\.operationId)).count == operations.count)
        for operation in operations {
            #expect(operation.responses["422"] != nil, "\(operation.operationId)")
            #expect(operation.responses.keys.contains { $0.hasPrefix("2") })
        }
    }

    @Test func `limits and choices are those of the program`() {
        let schemas = description.components.schemas
        func property(_ schema: String, _ name: String) -> Description.Property? {
            schemas[schema]?.properties?[name]
        }
        #expect(description.openapi == "3.1.0")
        #expect(description.info.version == ProgramVersion.current)
        #expect(property("Job", "status")?.choices == JobStatus.allCases.map(\.rawValue))
        #expect(property("Job", "kind")?.choices == JobKind.allCases.map(\.rawValue))
        #expect(
            property("EnsembleRequest", "treatment")?.choices
                == EnsembleTreatment.allCases.map(\.rawValue))
        #expect(
            property("EnsembleRequest", "sampling")?.choices
                == EnsembleSampling.allCases.map(\.rawValue))
        #expect(
            property("EnsembleRequest", "draws")?.maximum == Double(JobLimits.draws.upperBound))
        #expect(
            property("WholeLinesRequest", "time_limit")?.maximum
                == Double(JobLimits.searchSeconds.upperBound))
        #expect(property("SaveRequest", "name")?.maxLength == ScenarioName.limit)
        #expect(property("SaveRequest", "yaml")?.maxLength == ScenarioStore.yamlLimit)
    }
}
