namespace Archive.Import.Dates;

internal enum DateTokenKind { Weekday, Month, Day, Year, Date, Dash, Comma, WeekOf, WeekEnding }

/// <summary>One word of a date. <see cref="Value"/>: weekday 1 (Monday) to 7, month 1 to 12, day, year, or a <see cref="DateOnly.DayNumber"/> (-1: no such day).</summary>
internal readonly record struct DateToken(DateTokenKind Kind, int Value);

/// <summary>Cuts a text into the words that dates are made of; a text with any other word in it is no date.</summary>
internal static class DateTokens
{
    private const int MostTokens = 16;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <returns>The tokens, or null where a word of the text belongs to no date.</returns>
    public static List<DateToken>? Read(ReadOnlySpan<char> text, bool monthFirst = false)
    {
        List<DateToken>? tokens = null;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c is ' ' or '.')
            {
                i++;
                continue;
            }
            var used = char.IsAsciiDigit(c) ? Number(text[i..], monthFirst, out var token) : char.IsAsciiLetter(c) ? Word(text[i..], out token) : Mark(c, out token);
            if (used == 0 || (tokens?.Count ?? 0) == MostTokens || (token is null && tokens is not null && text.Slice(i, used) is "on" or "from"))
            {
                return null;
            }
            i += used;
            if (token is { } known)
            {
                (tokens ??= []).Add(known);
            }
        }
        return tokens;
    }

    /// <summary>1 (Monday) to 7, or 0.</summary>
    public static int Weekday(ReadOnlySpan<char> word) => Find(Weekdays, word, ["tues", "weds", "thur", "thurs"], [2, 3, 4, 4]);

    /// <summary>1 to 12, or 0.</summary>
    public static int Month(ReadOnlySpan<char> word) => Find(Months, word, ["sept"], [9]);

    private static int Find(string[] names, ReadOnlySpan<char> word, ReadOnlySpan<string> odd, ReadOnlySpan<int> oddValues)
    {
        for (var i = 0; i < names.Length && word.Length >= 3; i++)
        {
            if (word.Equals(word.Length == 3 ? names[i].AsSpan(0, 3) : names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }
        for (var i = 0; i < odd.Length; i++)
        {
            if (word.Equals(odd[i], StringComparison.OrdinalIgnoreCase))
            {
                return oddValues[i];
            }
        }
        return 0;
    }

    private static int Mark(char c, out DateToken? token)
    {
        token = c switch
        {
            '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '~' or '&' or '/' => new(DateTokenKind.Dash, 0),
            ',' or '،' or '、' => new(DateTokenKind.Comma, 0),
            _ => null,
        };
        return token is null ? 0 : 1;
    }

    private static int Word(ReadOnlySpan<char> text, out DateToken? token)
    {
        var length = 1;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }
        var word = text[..length];
        token = Weekday(word) is > 0 and var weekday ? new(DateTokenKind.Weekday, weekday)
            : Month(word) is > 0 and var month ? new(DateTokenKind.Month, month)
            : Is(word, "to") || Is(word, "through") || Is(word, "thru") || Is(word, "until") || Is(word, "till") || Is(word, "and") ? new(DateTokenKind.Dash, 0)
            : null;
        if (token is not null || Is(word, "of") || Is(word, "the") || Is(word, "on") || Is(word, "from"))
        {
            return length;
        }
        if (Is(word, "week") || Is(word, "weekend"))
        {
            var rest = text[length..];
            (string Words, DateTokenKind? Kind)[] ways = [(" of", DateTokenKind.WeekOf), (" ending", DateTokenKind.WeekEnding), (" beginning", DateTokenKind.WeekOf), (" starting", DateTokenKind.WeekOf)];
            foreach (var (words, kind) in ways)
            {
                if (Is(word, "week") && rest.StartsWith(words, StringComparison.OrdinalIgnoreCase) && kind is { } known)
                {
                    token = new(known, 0);
                    return length + words.Length;
                }
            }
        }
        return 0;
    }

    private static int Number(ReadOnlySpan<char> text, bool monthFirst, out DateToken? token)
    {
        var digits = Digits(text);
        if (digits == 4 && IsoDate(text, out token))
        {
            return 10;
        }
        if (digits <= 2 && NumericDate(text, digits, monthFirst, out token) is > 0 and var used)
        {
            return used;
        }
        var value = digits <= 4 ? int.Parse(text[..digits]) : -1;
        token = (digits, value) switch
        {
            ( <= 2, >= 0 and <= 99) => new(DateTokenKind.Day, value),
            (4, > 0) => new(DateTokenKind.Year, value),
            _ => null,
        };
        if (token is null)
        {
            return 0;
        }
        var end = digits;
        if (digits <= 2 && text.Length >= digits + 2 && text.Slice(digits, 2) is var suffix && (Is(suffix, "st") || Is(suffix, "nd") || Is(suffix, "rd") || Is(suffix, "th")))
        {
            end += 2;
        }
        // "5In" is no day and "13ABC" no date.
        return end < text.Length && char.IsLetterOrDigit(text[end]) ? 0 : end;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }
        return digits;
    }

    // "2021-01-28"
    private static bool IsoDate(ReadOnlySpan<char> text, out DateToken? token)
    {
        token = null;
        if (text.Length < 10 || text[4] is not ('-' or '/') || text[7] != text[4] || Digits(text[5..]) != 2 || Digits(text[8..]) != 2)
        {
            return false;
        }
        token = Day(int.Parse(text[..4]), int.Parse(text[5..7]), int.Parse(text[8..10]));
        return true;
    }

    // "03.02.2021": the day stands first; a month above twelve shows that it does not ("1/25/2021").
    private static int NumericDate(ReadOnlySpan<char> text, int first, bool monthFirst, out DateToken? token)
    {
        token = null;
        if (text.Length <= first || text[first] is not ('.' or '/'))
        {
            return 0;
        }
        var second = Digits(text[(first + 1)..]);
        var yearAt = first + 1 + second + 1;
        if (second is 0 or > 2 || text.Length < yearAt + 4 || text[yearAt - 1] != text[first] || Digits(text[yearAt..]) != 4)
        {
            return 0;
        }
        var (day, month, year) = (int.Parse(text[..first]), int.Parse(text.Slice(first + 1, second)), int.Parse(text.Slice(yearAt, 4)));
        token = text[first] == '/' && ((month > 12 && day <= 12) || (monthFirst && day <= 12)) ? Day(year, day, month) : Day(year, month, day);
        return yearAt + 4;
    }

    private static DateToken Day(int year, int month, int day) => new(DateTokenKind.Date,
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day).DayNumber : -1);

    private static bool Is(ReadOnlySpan<char> word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
}
