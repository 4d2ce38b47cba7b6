/// A table of a report: a caption, headings for columns and rows, and cells of words or numbers.
package struct ReportTable {
    package struct Column {
        let title: String
        var isNumber = false
        /// Whether it holds sentences, which need room.
        var isLong = false
        /// The heading that this column shares with its neighbours of the same group.
        var group: String?

        var style: String? { isNumber ? "n" : isLong ? "long" : nil }

        package static func words(_ title: String) -> Column { Column(title: title) }
        package static func sentences(_ title: String) -> Column {
            Column(title: title, isLong: true)
        }
        package static func number(_ title: String, group: String? = nil) -> Column {
            Column(title: title, isNumber: true, group: group)
        }
    }

    package struct Cell {
        let content: [HTMLNode]
        let style: String?

        package init(_ text: String, style: String? = nil) {
            content = text.isEmpty ? [] : [.text(text)]
            self.style = style
        }

        package init(_ content: [HTMLNode], style: String? = nil) {
            self.content = content
            self.style = style
        }
    }

    /// Its name within the page, for the region that scrolls.
    let identifier: String
    let caption: String
    let columns: [Column]
    package private(set) var rows: [(cells: [Cell], isTotal: Bool)] = []
    /// Small and monospaced, for digests.
    var isFine = false

    package init(_ identifier: String, caption: String, columns: [Column]) {
        self.identifier = identifier
        self.caption = caption
        self.columns = columns
    }

    /// The first cell is the heading of the row.
    package mutating func append(_ cells: [Cell], isTotal: Bool = false) {
        rows.append((cells, isTotal))
    }

    package mutating func append(_ texts: [String], isTotal: Bool = false) {
        append(texts.map { Cell($0) }, isTotal: isTotal)
    }

    package var node: HTMLNode {
        let name = "caption-\(identifier)"
        let table = HTMLNode.element(
            "table", isFine ? [HTMLNode.Attribute("class", "fine")] : [],
            [
                .element("caption", [HTMLNode.Attribute("id", name)], [.text(caption)]),
                .tag("thead", nil, headings), .tag("tbody", nil, rows.map(row)),
            ])
        return .element(
            "div",
            [
                // On paper a short table stays in one piece.
                HTMLNode.Attribute("class", rows.count <= 16 ? "scroll whole" : "scroll"),
                HTMLNode.Attribute("role", "region"),
                HTMLNode.Attribute("aria-labelledby", name), HTMLNode.Attribute("tabindex", "0"),
            ], [table])
    }

    private func heading(_ column: Column) -> HTMLNode {
        .element(
            "th",
            [HTMLNode.Attribute("scope", "col")]
                + (column.style.map { [HTMLNode.Attribute("class", $0)] } ?? []),
            [.text(column.title)])
    }

    private var headings: [HTMLNode] {
        guard columns.contains(where: { $0.group != nil }) else {
            return [.tag("tr", nil, columns.map(heading))]
        }
        var upper: [HTMLNode] = []
        var lower: [HTMLNode] = []
        var place = 0
        while place < columns.count {
            let column = columns[place]
            guard let group = column.group else {
                let attributes = [
                    HTMLNode.Attribute("scope", "col"), HTMLNode.Attribute("rowspan", "2"),
                ]
                upper.append(.element("th", attributes, [.text(column.title)]))
                place += 1
                continue
            }
            var end = place
            while end < columns.count, columns[end].group == group {
                lower.append(heading(columns[end]))
                end += 1
            }
            upper.append(
                .element(
                    "th",
                    [
                        HTMLNode.Attribute("scope", "colgroup"),
                        HTMLNode.Attribute("colspan", String(end - place)),
                        HTMLNode.Attribute("class", "group"),
                    ], [.text(group)]))
            place = end
        }
        return [.tag("tr", nil, upper), .tag("tr", nil, lower)]
    }

    private func row(_ row: (cells: [Cell], isTotal: Bool)) -> HTMLNode {
        let cells = row.cells.enumerated().map { index, cell -> HTMLNode in
            var styles = [cell.style].compactMap(\.self)
            if index < columns.count, let style = columns[index].style {
                styles.insert(style, at: 0)
            }
            var attributes: [HTMLNode.Attribute] = []
            if index == 0 { attributes.append(HTMLNode.Attribute("scope", "row")) }
            if !styles.isEmpty {
                attributes.append(
                    HTMLNode.Attribute("class", styles.joined(separator: " ")))
            }
            return .element(index == 0 ? "th" : "td", attributes, cell.content)
        }
        return .tag("tr", row.isTotal ? "total" : nil, cells)
    }
}
