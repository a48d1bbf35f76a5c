namespace Archive.Import.Blocks;

/// <summary>Where an outlet's name may stand beside a title.</summary>
internal enum OutletStyle
{
    None,
    DashTail,
    PipeTail,
    BracketTail,
    CommaTail,
    ColonHead,
}

/// <summary>
/// A name at an edge of a headline that may be its outlet. Whether it is one is decided elsewhere: a date follows it, the name
/// is known, or most lines of the digest have one in the same place. Nothing is guessed out of " – Church leaders".
/// </summary>
/// <param name="Dated">A date follows the name.</param>
internal readonly record struct OutletMark(OutletStyle Style, string Name, string Title, bool Dated)
{
    private const int MostNameWords = 6;

    /// <returns>The mark at the line's end, the strongest first, or a head; <see cref="OutletStyle.None"/> where neither stands.</returns>
    public static OutletMark Read(string text, OutletNames known)
    {
        if (DatedTail(text) is { } dated)
        {
            return dated;
        }
        var tail = Tail(text);
        if (tail.Style != OutletStyle.None && (known.Knows(tail.Name) || Head(text, known) is not { Style: OutletStyle.ColonHead } better || !known.Knows(better.Name)))
        {
            return tail;
        }
        return Head(text, known) is { Style: OutletStyle.ColonHead } head ? head : CommaTail(text, known);
    }

    /// <summary>A name that may be an outlet's stands at the end, behind a dash or in brackets.</summary>
    public static bool HasTail(string text) => DatedTail(text) is not null || Tail(text).Style != OutletStyle.None;

    // Title – BBC, 13 January 2021
    private static OutletMark? DatedTail(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }
        var bracket = text[^1] is ')' or ']';
        if (bracket)
        {
            var open = text.LastIndexOf(text[^1] == ')' ? '(' : '[');
            return open > 1 && NamedDate.Read(text[(open + 1)..^1]) is { } inside && Plausible(inside.Name)
                ? new OutletMark(OutletStyle.BracketTail, inside.Name, text[..open].TrimEnd(), true) : null;
        }
        for (var at = Separator(text, 0); at > 0; at = Separator(text, at + 1))
        {
            if (NamedDate.Read(text[(at + 2)..].Trim()) is { } named && Plausible(named.Name))
            {
                return new OutletMark(text[at] == '|' ? OutletStyle.PipeTail : OutletStyle.DashTail, named.Name, text[..at].TrimEnd(), true);
            }
        }
        // Title, BBC, 13 January 2021; Title (BBC), 13 January 2021
        for (var comma = text.IndexOf(", ", StringComparison.Ordinal); comma > 0; comma = text.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            if (Dates.DateText.Parse(text.AsSpan(comma + 1).Trim()) is not null)
            {
                var before = text[..comma];
                var cut = before[^1] == ')' ? before.LastIndexOf('(') : before.LastIndexOf(", ", StringComparison.Ordinal);
                var name = cut > 0 ? before[(cut + 1)..].Trim(' ', ')', ',') : "";
                return cut > 0 && Plausible(name) ? new OutletMark(OutletStyle.CommaTail, name, before[..cut].TrimEnd(' ', ','), true) : null;
            }
        }
        return null;
    }

    private static OutletMark Tail(string text)
    {
        if (text[^1] is ')' or ']')
        {
            var open = text.LastIndexOf(text[^1] == ')' ? '(' : '[');
            return open > 1 && text[(open + 1)..^1].Trim() is var inside && Plausible(inside) ? new(OutletStyle.BracketTail, inside, text[..open].TrimEnd(), false) : default;
        }
        var last = 0;
        for (var at = Separator(text, 0); at > 0; at = Separator(text, at + 1))
        {
            last = at;
        }
        return last > 0 && text[(last + 2)..].Trim() is var name && Plausible(name)
            ? new(text[last] == '|' ? OutletStyle.PipeTail : OutletStyle.DashTail, name, text[..last].TrimEnd(), false) : default;
    }

    private static OutletMark CommaTail(string text, OutletNames known)
    {
        var comma = text.LastIndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && text[(comma + 2)..] is var name && known.Knows(name) ? new(OutletStyle.CommaTail, name, text[..comma], false) : default;
    }

    // BBC: Title; "BBC – Title" only where the name is known
    private static OutletMark Head(string text, OutletNames known)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 1 && Plausible(text[..colon]))
        {
            return new(OutletStyle.ColonHead, text[..colon], text[(colon + 2)..].TrimStart(), false);
        }
        var dash = Separator(text, 0);
        return dash > 1 && known.Knows(text[..dash].TrimEnd()) ? new(OutletStyle.ColonHead, text[..dash].TrimEnd(), text[(dash + 2)..].TrimStart(), false) : default;
    }

    private static int Separator(string text, int from)
    {
        if (text.AsSpan(from).IndexOfAny("–—-|·―") < 0)
        {
            return -1;
        }
        for (var i = Math.Max(from, 1); i < text.Length - 2; i++)
        {
            if (text[i] is '–' or '—' or '-' or '|' or '·' or '―' && text[i - 1] == ' ' && text[i + 1] == ' ')
            {
                return i;
            }
        }
        return -1;
    }

    private static bool Plausible(string name)
    {
        if (name.Length is < 2 or > 60 || Prose.Words(name) is 0 or > MostNameWords || Prose.StartsLower(name) && !name.Contains('.') || name.IndexOfAny(['“', '”', '"', '?', '!', ';', '‘']) >= 0)
        {
            return false;
        }
        return !(char.IsAsciiDigit(name[0]) && Dates.Period.Parse(name) is not null);
    }
}
