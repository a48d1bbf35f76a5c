namespace Archive.Store.Search.Folding;

/// <summary>
/// Cyrillic letters as somebody types them who has a Russian keyboard: "Уйғур" and "Уйгур" meet, and й is и with its breve, as it is
/// when the two come apart.
/// </summary>
internal static class CyrillicLetters
{
    public static readonly (string Plain, string Letters)[] Rows =
    [
        ("а", "ӑӓәӛ"),
        ("г", "ѓґғҕӷ"),
        ("е", "ѐёӗ"),
        ("ж", "ӂӝҗ"),
        ("з", "ӟҙ"),
        ("и", "йѝӣӥҋ"),
        ("і", "ї"),
        ("к", "ќқҝҟҡ"),
        ("н", "ңҥӈ"),
        ("о", "ӧөӫ"),
        ("п", "ҧ"),
        ("с", "ҫ"),
        ("т", "ҭ"),
        ("у", "ўӯӱӳүұ"),
        ("х", "ҳһ"),
        ("ч", "ӵҷҹ"),
        ("ы", "ӹ"),
        ("э", "ӭ"),
        ("ѵ", "ѷ"),
    ];
}
