using Archive.Import.Dates;
using Archive.Store;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>One field of the form of a post.</summary>
/// <param name="Lines">How many lines its box has; 1 for a line of its own.</param>
internal sealed record PostField(string Name, string Label, string? Help = null, int Lines = 1);

/// <summary>Which fields a post of each kind has, in the order in which its page shows them.</summary>
internal static class PostFields
{
    public static readonly PostField Title = new("Title", "Title");

    private static readonly PostField Date = new("Date", "Date", TypedDate.Help);
    private static readonly PostField Place = new("Place", "Place", "Where it was issued or written.");
    private static readonly PostField Issuer = new("Issuer", "Issued by", "The organisation or the people who say this.");
    private static readonly PostField Author = new("Author", "Author");
    private static readonly PostField Outlet = new("Outlet", "Outlet", "The publication that carried it, such as BBC.");
    private static readonly PostField Addressee = new("Addressee", "To", "To whom it is written; as many lines as it takes.", 3);
    private static readonly PostField Copies = new("Copies", "Copies to", "One a line.", 2);
    private static readonly PostField Standfirst = new("Standfirst", "Standfirst", "A sentence or two that say what it is about.", 2);
    private static readonly PostField Caption = new("Caption", "Caption", "Of a picture that the source has.");
    private static readonly PostField Salutation = new("Salutation", "Salutation", "Such as “Dear ministers,”.");
    private static readonly PostField Body = new("Body", "Text", "In Markdown: a blank line between paragraphs, *emphasis*, - items, # subheads, [words](https://address), and [^1] where endnote 1 belongs.", 18);
    private static readonly PostField SignOff = new("SignOff", "Closing words", "Such as “Yours faithfully,”.");
    private static readonly PostField Signatories = new("Signatories", "Signed by", "One a line, with a place after a bar: Name | Place.", 4);
    private static readonly PostField Contact = new("Contact", "Contact", "As printed, line by line; shown, and never searched.", 3);
    private static readonly PostField Endnotes = new("Endnotes", "Endnotes", "One a line, the number first and the address last: 1. What is referred to https://address", 4);
    private static readonly PostField Categories = new("Categories", "Categories", "Separated by commas.");

    public static IReadOnlyList<PostField> Of(PostKind kind) => kind switch
    {
        PostKind.Letter => [Title, Date, Place, Issuer, Addressee, Copies, Salutation, Body, SignOff, Signatories, Contact, Endnotes, Categories],
        PostKind.Article => [Title, Date, Place, Outlet, Author, Standfirst, Caption, Body, Endnotes, Categories],
        PostKind.Report or PostKind.Brief => [Title, Date, Place, Issuer, Author, Standfirst, Caption, Body, Endnotes, Categories],
        _ => [Title, Date, Place, Issuer, Standfirst, Caption, Body, SignOff, Signatories, Contact, Endnotes, Categories],
    };

    /// <summary>A digest is a list, and has a page of its own.</summary>
    public static IReadOnlyList<PostKind> Kinds { get; } = [PostKind.PressRelease, PostKind.Statement, PostKind.Letter, PostKind.Article, PostKind.Report, PostKind.Brief];
}
