using Archive.Store.History;
using Archive.Store.Links;

namespace Archive.Store.Editing;

/// <summary>A snapshot as rows again, without the numbers of outlets and categories.</summary>
internal static class SnapshotRows
{
    public static Post Of(PostSnapshot state, long id)
    {
        var key = SourceKey.OfStored(state.SourceKey);
        var post = new Post
        {
            Id = id,
            Kind = PostKindName.Parse(state.Kind) ?? throw new ArgumentException($"There is no kind '{state.Kind}'.", nameof(state)),
            Title = state.Title, TitleInferred = state.TitleInferred, Series = state.Series,
            DateStart = state.DateStart, DateEnd = state.DateEnd,
            DatePrecision = state.DatePrecision is { } precision ? Enum.Parse<DatePrecision>(precision, ignoreCase: true) : null,
            Slug = state.Slug, Ordinal = state.Ordinal, SourceKey = key.Full, TitleKey = key.Title, ContentHash = state.ContentHash, PrintedHash = state.PrintedHash,
            Place = state.Place, Issuer = state.Issuer, Author = state.Author, Agency = state.Agency, Addressee = state.Addressee, Standfirst = state.Standfirst,
            Salutation = state.Salutation, SignOff = state.SignOff, Caption = state.Caption, Credit = state.Credit,
            IsExcerpt = state.IsExcerpt, IsSample = state.IsSample, IsEdited = state.Edited == true,
            HeadlineCount = state.Headlines.Count,
        };
        post.Headlines.AddRange(state.Headlines.Select((headline, position) => new Headline
        {
            PublicId = headline.Id, PostId = id, Position = position, Text = headline.Text, Url = headline.Url, PrintedUrl = headline.PrintedUrl, Section = headline.Section,
        }));
        LinkKeys.Give(post.Headlines);
        post.Passages.AddRange(state.Passages.Select((passage, position) =>
            new Passage { PostId = id, Position = position, Role = Enum.Parse<PassageRole>(passage.Role), Text = passage.Text }));
        post.Signatories.AddRange(state.Signatories.Select((signatory, position) =>
            new Signatory { PostId = id, Position = position, Name = signatory.Name, Place = signatory.Place }));
        post.Endnotes.AddRange(state.Endnotes.Select((endnote, position) => new Endnote
        {
            PostId = id, Position = position, Number = endnote.Number, Text = endnote.Text, OutletName = endnote.Outlet, Date = endnote.Date, Url = endnote.Url,
        }));
        return post;
    }
}
