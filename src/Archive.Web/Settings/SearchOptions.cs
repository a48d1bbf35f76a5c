using Archive.Store.Search;

namespace Archive.Web.Settings;

/// <summary>What search goes by: section "Search" of the settings.</summary>
internal sealed class SearchOptions
{
    public const string Section = "Search";

    /// <summary>A list of topics instead of the one that comes with the program; empty: that one.</summary>
    public string? ThesaurusFile { get; set; }

    /// <exception cref="FormatException">The file cannot be used; the message names the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Thesaurus ReadThesaurus(string contentRoot)
    {
        if (string.IsNullOrWhiteSpace(ThesaurusFile))
        {
            return Thesaurus.Default;
        }
        using var file = File.OpenText(Path.GetFullPath(ThesaurusFile, contentRoot));
        return Thesaurus.Read(file);
    }
}
