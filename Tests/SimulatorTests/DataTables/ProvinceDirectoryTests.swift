import Simulator
import Testing

@Suite("Provinces")
struct ProvinceDirectoryTests {
    private let provinces: ProvinceDirectory

    init() throws {
        provinces = try DataSetLoader(files: FileLayer()).load(
            directory: ScratchDataSet.shippedFolder
        ).provinces
    }

    @Test(
        "are found by code, short code and name in either language",
        arguments: [
            ("云南", "CN-YN"), ("云南省", "CN-YN"), ("Yunnan", "CN-YN"), ("YN", "CN-YN"),
            ("yunnan", "CN-YN"), ("cn-yn", "CN-YN"), ("云南\u{3000}", "CN-YN"),
            ("\u{A0}Yunnan ", "CN-YN"), ("Inner Mongolia", "CN-NM"), ("内蒙古自治区", "CN-NM"),
            ("Neimenggu", "CN-NM"), ("广西壮族自治区", "CN-GX"), ("新疆维吾尔自治区", "CN-XJ"),
            ("重庆市", "CN-CQ"), ("Xizang", "CN-XZ"), ("Shanxi", "CN-SX"), ("Shaanxi", "CN-SN"),
            ("山西", "CN-SX"), ("陕西省", "CN-SN"), ("SX", "CN-SX"), ("Guangdong Province", "CN-GD"),
        ])
    func alias(_ text: String, _ code: String) {
        #expect(provinces.match(text) == .alias(code))
    }

    @Test("are themselves under their codes")
    func codes() {
        for entry in provinces.entries {
            #expect(provinces.match(entry.code) == .code(entry.code))
            #expect(provinces.match(entry.name.english) == .alias(entry.code))
            #expect(provinces.match(entry.name.chinese) == .alias(entry.code))
        }
        #expect(provinces["CN-YN"]?.name == Text(en: "Yunnan", zh: "云南"))
    }

    @Test(
        "Shanxi and Shaanxi are never guessed",
        arguments: ["shanxi", "SHANXI", "shaanxi", "Shannxi", "Shaanxii", "Shanxii", "sx"])
    func ambiguous(_ text: String) {
        #expect(provinces.match(text) == .ambiguous)
    }

    @Test(
        "unknown ones are answered with the nearest, if any is near",
        arguments: [
            ("Yunan", "Yunnan"), ("Hainam", "Hainan"), ("Guangx", "Guangxi"), ("CN-YX", nil),
            ("Atlantis", nil), ("", nil), ("CN", nil), ("云楠", "云南"),
        ] as [(String, String?)])
    func unknown(_ text: String, _ nearest: String?) {
        guard case .unknown(let suggestion) = provinces.match(text) else {
            Issue.record("\(text) was read as a province")
            return
        }
        if let nearest { #expect(suggestion == nearest) }
    }
}
