/// A language the program speaks.
public enum Language: String, CaseIterable, Sendable, Hashable {
    case english = "en"
    case chinese = "zh"

    /// The language a POSIX locale name such as `zh_CN.UTF-8` asks for: Chinese for any `zh…`,
    /// English for everything else.
    public init(locale: String?) {
        self = locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }
}

/// A text in both languages. Neither can be left out.
public struct Text: Sendable, Hashable {
    public let english: String
    public let chinese: String

    public init(en english: String, zh chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The same characters in both languages: names, codes, numbers.
    public init(verbatim text: String) {
        self.init(en: text, zh: text)
    }

    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
