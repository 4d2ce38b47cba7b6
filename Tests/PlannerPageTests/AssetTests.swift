internal import PlannerPage
internal import Testing

@Suite struct AssetTests {
    @Test(arguments: PageAsset.allCases)
    func `the page's files are built into the program`(asset: PageAsset) {
        #expect(!asset.bytes.isEmpty)
    }
}
