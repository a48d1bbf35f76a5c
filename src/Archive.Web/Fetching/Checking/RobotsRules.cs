using System.Globalization;

namespace Archive.Web.Fetching.Checking;

/// <summary>What a site's robots.txt asks of us, by RFC 9309: the group that names us, or else the one for all.</summary>
internal sealed class RobotsRules
{
    // More of it is not read, and nobody means more.
    private const int MostRules = 1000;

    private readonly List<(string Path, bool IsAllowed)> rules = [];

    private RobotsRules()
    {
    }

    /// <summary>For a site that has none.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>The shortest time between two requests that it wishes; null where it names none.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <param name="product">By what the site may name us, "ArchiveLinkCheck".</param>
    public static RobotsRules Read(string text, string product)
    {
        RobotsRules own = new(), all = new();
        List<RobotsRules> into = [];
        var (isNamed, inHead) = (false, false);
        foreach (var line in text.Split('\n', '\r'))
        {
            var bare = line.Split('#', 2)[0];
            if (bare.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
            {
                continue;
            }
            var (field, value) = (bare[..colon].Trim().ToLowerInvariant(), bare[(colon + 1)..].Trim());
            if (field == "user-agent")
            {
                into = inHead ? into : [];
                inHead = true;
                if (value == "*")
                {
                    into.Add(all);
                }
                else if (value.Equals(product, StringComparison.OrdinalIgnoreCase))
                {
                    into.Add(own);
                    isNamed = true;
                }
                continue;
            }
            inHead = false;
            into.ForEach(rules => rules.Add(field, value));
        }
        return isNamed ? own : all;
    }

    /// <summary>The longest rule that fits decides; of two as long, the one that allows.</summary>
    /// <param name="pathAndQuery">As it is sent.</param>
    public bool Allows(string pathAndQuery)
    {
        var (longest, allowed) = (-1, true);
        foreach (var (path, isAllowed) in rules)
        {
            if ((path.Length > longest || path.Length == longest && isAllowed) && Fits(path, pathAndQuery))
            {
                (longest, allowed) = (path.Length, isAllowed);
            }
        }
        return allowed;
    }

    private void Add(string field, string value)
    {
        if (field is "allow" or "disallow" && value.StartsWith('/') && rules.Count < MostRules)
        {
            rules.Add((value, field == "allow"));
        }
        else if (field == "crawl-delay" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            Delay = TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds));
        }
    }

    // "*" is any run of characters, "$" at the end is the end; the last place of a star is all that has to be known to go back to.
    private static bool Fits(string rule, string path)
    {
        var toEnd = rule.EndsWith('$');
        var end = toEnd ? rule.Length - 1 : rule.Length;
        var (r, p, star, from) = (0, 0, -1, 0);
        while (true)
        {
            if (r == end && (!toEnd || p == path.Length))
            {
                return true;
            }
            if (r < end && rule[r] == '*')
            {
                (star, from) = (r++, p);
            }
            else if (r < end && p < path.Length && rule[r] == path[p])
            {
                (r, p) = (r + 1, p + 1);
            }
            else if (star >= 0 && from < path.Length)
            {
                (r, p) = (star + 1, ++from);
            }
            else
            {
                return false;
            }
        }
    }
}
