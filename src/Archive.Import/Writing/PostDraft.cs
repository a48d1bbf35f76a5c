using Archive.Store;
using Archive.Store.Links;

namespace Archive.Import.Writing;

/// <summary>A parsed post as it would stand in the store, with names where the store has ids, and the lines that it came from.</summary>
internal sealed record PostDraft(Post Post, SourceKey Key, ParsedPost Parsed)
{
    public static PostDraft Of(ParsedPost parsed, bool isSample)
    {
        var post = new Post
        {
            Kind = parsed.Kind,
            Title = StoredText.Clean(parsed.Title),
            TitleInferred = parsed.TitleInferred,
            Series = Clean(parsed.Series),
            DateStart = parsed.DateStart,
            DateEnd = parsed.DateEnd,
            DatePrecision = parsed.DatePrecision,
            Slug = Slug.Of(StoredText.Clean(parsed.Kind == PostKind.Digest ? parsed.Series ?? parsed.Title : parsed.Title)),
            SourceKey = "",
            TitleKey = "",
            ContentHash = "",
            PrintedHash = "",
            Place = Clean(parsed.Place),
            Issuer = Clean(parsed.Issuer),
            Author = Clean(parsed.Author),
            Agency = Clean(parsed.Agency),
            Addressee = Clean(parsed.Addressee),
            Standfirst = Clean(parsed.Standfirst),
            Salutation = Clean(parsed.Salutation),
            SignOff = Clean(parsed.SignOff),
            Caption = Clean(parsed.Caption),
            Credit = Clean(parsed.Credit),
            IsExcerpt = parsed.IsExcerpt,
            IsSample = isSample,
            HeadlineCount = parsed.Headlines.Count,
            Outlet = Named.Outlet(parsed.Outlet),
        };
        post.Headlines.AddRange(parsed.Headlines.Select(HeadlineOf));
        LinkKeys.Give(post.Headlines);
        post.Passages.AddRange(parsed.Passages.Select((passage, i) => new Passage { Position = i, Role = passage.Role, Text = StoredText.Clean(passage.Text) }));
        post.Signatories.AddRange(parsed.Signatories.Select((signatory, i) =>
            new Signatory { Position = i, Name = StoredText.Clean(signatory.Name), Place = Clean(signatory.Place) }));
        post.Endnotes.AddRange(parsed.Endnotes.Select((endnote, i) => new Endnote
        {
            Position = i,
            Number = endnote.Number,
            Text = StoredText.Clean(endnote.Text),
            OutletName = Clean(endnote.Outlet),
            Date = endnote.Date,
            Url = Clean(endnote.Url),
        }));
        var key = SourceKey.Of(post);
        (post.SourceKey, post.TitleKey) = (key.Full, key.Title);
        return new(post, key, parsed);
    }

    private static Headline HeadlineOf(ParsedHeadline headline, int position)
    {
        var printed = Clean(headline.Url);
        // What is broken stays as it was printed.
        var url = printed is null ? null : LinkAddress.Read(printed).Url ?? printed;
        return new()
        {
            PublicId = "",
            Position = position,
            Text = StoredText.Clean(headline.Text),
            Url = url,
            PrintedUrl = url == printed ? null : printed,
            Outlet = Named.Outlet(headline.Outlet),
            Section = Clean(headline.Section),
        };
    }

    private static string? Clean(string? text) => text is null ? null : StoredText.Clean(text);
}
