using System.Globalization;

namespace Archive.Rig;

/// <summary>What somebody may paste, mistype or send on purpose into a search box: every family of trouble, worked out rather than remembered.</summary>
public static class OddSearches
{
    private static readonly string[] Fields = ["title", "outlet", "kind", "place", "category", "topic", "before", "after", "on", "is"];

    private static readonly string[] Parts = ["a", "or", "-", "(", ")", "\"", "*"];

    /// <summary>Strings that trouble decoders, databases, pages and patience; each once.</summary>
    public static IReadOnlyList<string> Naughty { get; } =
        [.. Controls().Concat(Invisible()).Concat(Broken()).Concat(Signs()).Concat(Quotes()).Concat(Code()).Concat(Numbers()).Concat(Scripts()).Concat(Marks()).Concat(Long()).Distinct(StringComparer.Ordinal)];

    /// <summary>The signs of the grammar in every place where they do and do not belong, and those of other engines; each once.</summary>
    public static IReadOnlyList<string> Operators { get; } = [.. FieldForms().Concat(Sequences()).Concat(OtherEngines()).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Controls() => Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => $"Uy{(char)code}ghur {(char)code}");

    private static IEnumerable<string> Invisible() =>
        Enumerable.Range(0, 0x10000).Select(code => (char)code)
            .Where(c => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            .Select(c => $"{c}Uy{c}ghur{c}").Append("Uyghur\uFE0F\u180B\U000E0100\U000E0041\U000E007F").Append("\u202E\u2066ruhgyU\u2069").Append("\uFEFF\uFEFF");

    private static IEnumerable<string> Broken() =>
        Each("\uD800\uDBFF\uDC00\uDFFF\uFFFD\uFFFE\uFFFF\uFDD0\uE000\u0378", "{0}", "Uy{0}ghur", "{0}{0} Uyghur", "\"{0}\"", "title:{0}");

    private static IEnumerable<string> Signs() =>
        Each(Enumerable.Range(0x21, 0x5E).Select(code => (char)code).Where(c => !char.IsLetterOrDigit(c)).Concat("¡§°×…€→●♫。！"), "{0}", "{0}{0}{0}", "{0}Uyghur", "Uyghur{0}");

    private static IEnumerable<string> Quotes() =>
        Each("\"'`´“”„‟«»‹›「」『』〝〞‘’＂", "{0}Uyghur", "Uyghur{0}", "{0}a {0}b{0} c{0}", "{0}{0}", "x{0}y", "-{0}a b", "\"{0}\"");

    private static IEnumerable<string> Code() =>
    [
        "'; DROP TABLE \"Headlines\"; --", "1' OR '1'='1", "\") OR 1=1 --", "' UNION SELECT null, null --", "x'); DELETE FROM Posts WHERE (1=1", "%' AND 1=0 UNION ALL SELECT '", "\\'; --",
        "Uyghur' COLLATE NOCASE", "$$Uyghur$$", "E'\\x00'", "to_tsquery('a & !')", "a MATCH b", "NULL", "null", "undefined", "true", "NaN", "None", "nil", "()=>{}", "constructor", "__proto__",
        "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "javascript:alert(1)", "<!--", "-->", "]]>", "<![CDATA[x", "&lt;b&gt;", "&#x202E;", "&amp;&amp;", "<b>bold</b>", "</mark>", "<mark>",
        "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7 %>", "@Model", "@{ }", "@(1+1)", "{0}", "{1:X}", "%s%n%d", "%00", "%0d%0aSet-Cookie: a=b", "%uD800", "%", "%%%", "%zz", "+", "a+b", "?q=x&page=2",
        "../../etc/passwd", "..\\..\\win.ini", "file:///etc/passwd", "C:\\CON", "NUL", "LPT1", "/dev/null", "~", "$(reboot)", "`reboot`", "| ls", "; ls", "&& ls", "> out", "< in", "\\", "\\\\", "\\\"",
        "^$", ".*", "(a+)+$", "[a-z", "(?<name>x)", "\\d{3,", "*?", "[[:alpha:]]", "a{1000000}", "{\"a\":[1,2", "[]", "{}", "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "=1+1", "=cmd|' /C calc'!A0",
        "http://example.org/?a=b#c", "mailto:a@b", "user@example.org", "@someone", "#hashtag", "a\tb\r\nc", "line\n-not\nor", "Content-Length: 0\r\n\r\nGET /", "\\u0000", "\\x00", "\0",
    ];

    private static IEnumerable<string> Numbers() =>
    [
        "0", "-0", "00", "-1", "1/0", "0x1F", "1e309", "1.7976931348623157E+308", "99999999999999999999999", "2147483648", "-9223372036854775809", "1,000,000", "1.000.000,00", "½", "²", "①", "Ⅻ", "٣", "３", "𝟘", "-٣",
        "after:99999-99-99", "on:0000-00-00", "before:0001-01-01", "after:9999-12-31", "on:2021-02-30", "on:2021-1-", "on:--", "before:-2021", "after:２０２１－０１", "on:𝟚𝟘𝟚𝟙", "on:2021-01-28T00:00", "on:28.01.2021",
    ];

    private static IEnumerable<string> Scripts() =>
    [
        "ئۇيغۇر", "ﺋﯘﻳﻐﯘﺭ", "الإيغور", "ایغور", "אויגורים", "维吾尔", "維吾爾", "ウイグル", "ｳｲｸﾞﾙ", "위구르", "\u110B\u1171\u1100\u116E", "བོད་ལྗོངས།", "ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ", "Уйғур", "Ұйғыр", "Ουιγούροι",
        "ույղուր", "უიღური", "उइग़ुर", "উইঘুর", "உய்குர்", "ఉయ్ఘుర్", "ഉയ്ഗുർ", "උයිගුර්", "อุยกูร์", "ອຸຍກູ", "ឧយហ្គ័រ", "ဝီဂါ", "ኡይግሁር", "ᎤᏱᎦ", "ᐅᐃᒍᕐ", "𞤓𞤴", "𐰺𐰴", "𝓤𝔂𝓰𝓱𝓾𝓻", "Ｕｙｇｈｕｒ", "ⓤⓨⓖⓗⓤⓡ",
        "👍🏽", "👩‍👩‍👧‍👦", "🇨🇳🇹🇷", "1️⃣", "❤️‍🔥", "🏴\U000E0067\U000E0062\U000E007F", "🙈🙉🙊 Uyghur", "☃", "♥", "→ Uyghur", "مرحبا -Uyghur", "\"新疆\" or -维吾尔", "title:新疆", "新疆*",
    ];

    private static IEnumerable<string> Marks() =>
        Each("\u0301\u0338\u0489\u064B\u05B0\u0E49\u0F71\u3099\u20E3\u17D2\u1039", "{0}", "Uy{0}ghur", "U{0}{0}{0}{0}{0}{0}{0}{0}");

    private static IEnumerable<string> Long() =>
    [
        new('a', 2_100), new('疆', 2_100), new(' ', 3_000), new('(', 2_100), new(')', 2_100), new('"', 2_100), new('-', 2_100), new('*', 2_100), new(':', 2_100), new('|', 2_100), new('\u0301', 2_100), new('\uD800', 2_100),
        "a" + new string('\u0489', 2_100), string.Concat(Enumerable.Repeat("\U0001F525", 1_100)), string.Concat(Enumerable.Repeat("a ", 1_100)), string.Concat(Enumerable.Repeat("or ", 700)), string.Concat(Enumerable.Repeat("-(a ", 600)),
        string.Concat(Enumerable.Repeat("a or (", 350)), string.Concat(Enumerable.Repeat("\"a\" ", 500)), string.Concat(Enumerable.Repeat("outlet:", 300)), string.Concat(Enumerable.Range(0, 400).Select(i => $"w{i}* ")), new string('x', 1_999) + "\U0001F525",
    ];

    private static IEnumerable<string> FieldForms() =>
        Fields.SelectMany(field => Put(
            field, "{0}:", "{0}: x", "{0}:x", "-{0}:x", "{0}:\"x y\"", "{0}:“x", "{0}:x*", "{0}:*", "{0}:(x or y)", "{0}::x", "{0}：x", "({0}:x", "{0}:x or", "{0}:-x", "{0}:|x", "{0}:\"\"", "{0}:{0}:x",
            "\"{0}:x\"", "{0}x:y", "or {0}:2021 -{0}:2021-01"));

    // Every row of three signs and words, apart and together.
    private static IEnumerable<string> Sequences() =>
        from first in Parts
        from second in Parts
        from third in Parts
        from row in Both(first, second, third)
        select row;

    private static IEnumerable<string> OtherEngines() =>
    [
        "a AND b", "a && b", "a & b", "NOT a", "!a", "a || b", "a OR OR b", "+a +b", "a^2", "a~", "a~2", "\"a b\"~5", "NEAR(a b, 3)", "a NEAR/3 b", "a W/5 b", "[a TO b]", "{a TO b}", "date:[2020 TO 2021]", "site:bbc.co.uk a", "intitle:a",
        "inurl:a", "filetype:pdf", "author:x", "from:x to:y", "a..b", "2020..2021", "a*b", "?a", "a?", "a%", "_a_", "/a/", "a <-> b", "a <2> b", "a:b:c", "a:* & b", "^a", "a$", "=a", "\"a\" OR \"b\" AND NOT \"c\"", "(a OR b) AND -(c)", "~a", "#a", "@a", "a adj b",
    ];

    private static IEnumerable<string> Both(string first, string second, string third) => [$"{first} {second} {third}", first + second + third];

    private static IEnumerable<string> Each(IEnumerable<char> each, params string[] into) => each.SelectMany(c => Put(c.ToString(), into));

    private static IEnumerable<string> Put(string what, params string[] into) => into.Select(form => form.Replace("{0}", what, StringComparison.Ordinal));
}
