using System.Text.RegularExpressions;

namespace Archive.Import.Blocks;

/// <summary>Recurring words that carry no content: page furniture, share lines, "please visit …".</summary>
internal static partial class Boilerplate
{
    private const int Longest = 220;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lines = new HashSet<string>(
    [
        "responsive image", "skip to content", "skip to main content", "skip to primary content", "skip to secondary content", "main menu", "menu", "primary menu", "search", "search for:", "search this site", "navigation", "post navigation", "posts navigation",
        "share this:", "share this", "share", "share:", "share on facebook", "share on twitter", "share this post", "share this article", "share this entry", "like this:", "like", "like loading...", "like loading…", "loading...", "loading…", "tweet", "facebook", "twitter", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "instagram", "youtube", "pocket", "tumblr", "email", "e-mail", "print", "more", "pdf", "rss", "rss feed", "copy link",
        "leave a comment", "leave a reply", "leave a reply cancel reply", "no comments", "no comments yet", "comments are closed", "comments are closed.", "comments off", "comments", "1 comment", "reply", "edit", "cancel reply", "post comment", "permalink",
        "older posts", "newer posts", "older entries", "newer entries", "older", "newer", "next", "previous", "next page", "previous page", "next post", "previous post", "load more", "load more posts", "show more", "see more", "view more", "view all", "see all", "back to top", "back", "top",
        "recent posts", "recent comments", "archives", "categories", "tags", "meta", "blogroll", "log in", "log out", "register", "sign in", "sign up", "subscribe", "subscribe now", "subscribe to our newsletter", "subscribe to newsletter", "donate", "donate now", "follow us", "follow us:", "follow us on", "follow", "related", "related posts", "related articles", "related stories", "you may also like", "you might also like", "read next", "advertisement", "advertisements", "advertising", "sponsored", "popular posts", "most read", "trending", "latest news", "about us", "contact us", "contact", "home", "about", "privacy policy", "privacy", "cookie policy", "cookies", "terms of use", "terms and conditions", "terms of service", "imprint", "impressum", "sitemap", "site map", "accept", "accept cookies", "close", "click to expand image", "related content", "ends", "end of release", "end of statement", "all rights reserved", "all rights reserved.", "image", "photo", "featured image", "video", "thank you!", "entries feed", "comments feed", "uncategorized", "uncategorised",
    ], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly KeyWords PatternWords = new("posted", "filed", "tag", "categor", "this entry", "bookmark", "view all", "written by", "published by", "by admin",
        "click to", "share", "this", "be the first", "blogger", "like", "view", "comment", "repl", "opens in", "us on", "subscribe", "sign up", "enter your", "your email", "mail address", "notify", "required", "response", "thought",
        "©", "(c)", "copyright", "rights", "powered", "theme:", "designed", "built with", "website", "cookies", "continuing", "create a", "blog at", "wordpress", "page", "next", "previous", "older", "newer", "read", "more", "full", "learn", "find out",
        "also", "must", "see also", "related", "for more", "for further", "for full", "for complete", "for additional", "for the latest", " 2 ", " 3 ", " 4 ");

    private static readonly KeyWords NoticeWords = new("for ", "to read", "to see", "to find", "to get", "most", "all", "many", "some", "the links", "the articles", "the stories", "the items", "links", "articles", "stories", "items", "please", "visit", "thank you", "available", "found");

    private static readonly KeyWords ReadMoreWords = new("read", "more", "learn", "find out", "full", "continue", "keep");

    /// <summary>Boilerplate wherever it stands.</summary>
    public static bool IsBoilerplate(string text)
    {
        if (text.Length > Longest)
        {
            return false;
        }
        var bare = text.AsSpan().Trim(" ←→«»‹›»|•·*#>–-—_[]…");
        return bare.IsEmpty || (bare.Length <= 40 && Lines.Contains(bare)) || (PatternWords.Open(text) && Patterns(text)) || IsMenu(text);
    }

    /// <summary>"Posted in Human Dignity | Leave a comment": what a weblog prints below a post.</summary>
    public static bool EndsPost(string text) => text.Length <= Longest && (text[0] is 'P' or 'p' or 'F' or 'f' or 'T' or 't') && Below().IsMatch(text);

    /// <summary>Boilerplate inside a digest, where a release or an article could well say it.</summary>
    // For more new and complete information, please visit Thank you!
    // Most links listed below can also be found at:
    public static bool IsDigestNotice(string text) => text.Length <= Longest && ((NoticeWords.Open(text) && Notice().IsMatch(text)) || (text.AsSpan().TrimEnd("!. ").EndsWith("hank you", StringComparison.Ordinal) && Thanks().IsMatch(text)));

    /// <summary>Names the page, its links or its readers' support, as a notice does.</summary>
    public static bool SpeaksOfThePage(string text) => text.EndsWith(':') || Thanks().IsMatch(text);

    /// <summary>Ends an excerpt: "Read More →".</summary>
    public static bool IsReadMore(string text) => text.Length is >= 4 and <= 180 && ReadMoreWords.Open(text) && ReadMore().IsMatch(text);

    private static bool Patterns(string text) =>
        IsReadMore(text) || Filed().IsMatch(text) || Shares().IsMatch(text) || Rights().IsMatch(text) || Paging().IsMatch(text) || ThankYou().IsMatch(text);

    // Home | About | Contact
    private static bool IsMenu(string text)
    {
        // Home » Forced labour; You are here: Home / News
        if (text.Length <= 120 && (text.StartsWith("You are here", StringComparison.OrdinalIgnoreCase) || (text.StartsWith("Home ", StringComparison.Ordinal) && text.Length > 5 && text[5] is '»' or '›' or '>' or '/' or '|' or '→' or '·')))
        {
            return true;
        }
        if (text.Length > 120 || text.IndexOfAny(['|', '·', '•', '»']) is var first && first < 1)
        {
            return false;
        }
        var parts = text.Split(['|', '·', '•', '»'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 && Array.TrueForAll(parts, part => Prose.Words(part) <= 3) && Array.Exists(parts, part => Lines.Contains(part));
    }

    [GeneratedRegex(@"^[\s\[(«»→…]*(?:(?:read (?:the )?(?:more|full(?: (?:article|story|text|report|statement|release|post|letter|interview))?|on|whole \w{3,20}|rest of this \w{3,20})|learn more|find out more|full (?:story|article|text)|(?:continue|keep) reading|more)(?: here| [“""].{0,150})?[\s\])…»›>→.]*|(?:read more|read also|continue reading|learn more|find out more|read the full \w+|more)\b.{0,160}[→»›]\s*|read more:.{0,150})$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ReadMore();

    // Posted in Human Dignity | Leave a comment
    [GeneratedRegex(@"^(?:posted in (?:[^ ,|:.]+(?: [^ ,|:.]+){0,2})(?:, [^ ,|:.]+(?: [^ ,|:.]+){0,2}){0,8}(?:\s*\|.*)?$|filed under:? |tagged(?: with| as)?: |tagged with |tagged [^:]{1,80}\|.*$|categori[sz]ed (?:as|in) |this entry was posted|bookmark the permalink|categor(?:y|ies): \S|tags?: \S|view all posts|posted by (?:admin|editor|webmaster|staff)\b|posted by [^:]{1,40} (?:on|at|\|) .{0,20}\d|(?:written|published) by admin\b|by admin\b)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Filed();

    [GeneratedRegex(@"^(?:posted in (?:[^ ,|:.]+(?: [^ ,|:.]+){0,2})(?:, [^ ,|:.]+(?: [^ ,|:.]+){0,2}){0,8}(?:\s*\|.*)?$|filed under:? |this entry was posted )", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Below();

    // Click to share on Twitter (Opens in new window)
    [GeneratedRegex(@"^(?:click to (?:share|print|email)|(?:also read|read also|must read|see also|related):|share (?:on|via|with) \w+$|(?:share|tweet|e-?mail|print|like) this(?: (?:post|article|story|page|entry|on \w+))?\s*[:.]?$|be the first to like|(?:\d+ )?bloggers? likes? this|\d+ (?:likes?|shares?|comments?|views?|repl(?:y|ies))$|comments? ?\(\d+\)$|\(?opens in (?:a )?new (?:window|tab)\)?|(?:follow|join|find|like) us on (?:facebook|twitter|x|instagram|youtube|telegram|linkedin|mastodon|bluesky|tiktok|threads|flickr|social media)\b.{0,60}$|(?:follow|find) us\s*:?$|subscribe to (?:our|the|this|receive)\b.{0,60}$|sign up (?:for|to) (?:our|the|receive) .{0,60}$|enter your e-?mail|your e-?mail address|e-?mail address\s*[:*]*$|notify me of|required fields|(?:one|\d+) (?:thoughts?|responses?|comments?) (?:on|to) [“""«]|leave a (?:comment|reply)\b|add a comment$)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Shares();

    [GeneratedRegex(@"^(?:©|\(c\) ?\d{4}|copyright\s*(?:©|\(c\)|\d{4})|all rights reserved|proudly powered|powered by \S+(?: \S+)?$|theme: [^.]{1,40} by .{1,40}$|theme: \S+(?: \S+)?$|(?:designed|website|site) by \S+(?: \S+)?$|built with \S+$|this (?:web)?site uses cookies|we use cookies|by continuing to use|create a (?:free )?website|blog at wordpress|a wordpress\.com)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Rights();

    [GeneratedRegex(@"^(?:page \d+ of \d+|(?:\d+ ){2,}.{0,20}(?:next|→|…|older)?.{0,6}$|(?:next|previous|older|newer) (?:page|posts?|entries|articles?)\b.{0,4}$)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Paging();

    [GeneratedRegex(@"^for (?:more|further|full|complete|additional|the latest).{0,80}\bvisit\b.{0,80}\bthank you\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ThankYou();

    [GeneratedRegex(@"\b(?:visit|found|page|web ?site|site|link|reading|support|sharing)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^(?:(?:for|to (?:read|see|find|get)) .{0,100}\bplease (?:visit|see|click|go to|check)\b|for (?:more(?! than)|further|full|complete|all|previous|earlier|older|the latest|additional) .{0,100}\b(?:visit|see|click|go to|check)\b|(?:most|all|many|some)(?: of)?(?: the)? (?:links|articles|stories|items|headlines)\b.{0,60}\b(?:below|above|here|at:?$)|(?:the )?(?:links|articles|stories|items) (?:listed |below |here )|please (?:visit|click|subscribe)\b|please (?:see|follow|support|share|note)\b.{0,80}\b(?:our|us|website|page|below|link)\b|visit (?:us|our)\b|thank you(?: (?:for|all|very)\b.*)?[!.]*$|(?:also )?(?:available|found) (?:at|on):?(?:\s*$|\s+(?:http|www)))", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Notice();
}
