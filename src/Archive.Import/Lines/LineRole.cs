namespace Archive.Import.Lines;

/// <summary>The part that a line plays: every line of every seed has exactly one. Stored as a byte, so new ones go at the end.</summary>
public enum LineRole : byte
{
    /// <summary>Nothing but white space.</summary>
    Blank,
    /// <summary>Recurring words that carry no content: menus, share lines, "please visit … Thank you!".</summary>
    Boilerplate,
    /// <summary>Could not be placed: kept out of the store, and reported as a problem.</summary>
    SetAside,
    /// <summary>The page's own heading ("Category Archives: human dignity").</summary>
    Heading,
    Title,
    /// <summary>The title again, as first line of the body.</summary>
    RepeatedTitle,
    Date,
    Place,
    /// <summary>"BBC, 13 January 2021".</summary>
    Outlet,
    /// <summary>"Below is an article published by …. Photo …".</summary>
    Credit,
    Caption,
    Standfirst,
    Paragraph,
    Subhead,
    ListItem,
    Headline,
    /// <summary>An address on a line of its own, belonging to the headline beside it.</summary>
    Link,
    /// <summary>"FOR IMMEDIATE RELEASE": says what kind of post this is, and nothing more.</summary>
    ReleaseMark,
    Signatory,
    Contact,
    Addressee,
    Copy,
    Salutation,
    SignOff,
    Endnote,
    /// <summary>The title of one item inside a brief.</summary>
    ItemTitle,
}
